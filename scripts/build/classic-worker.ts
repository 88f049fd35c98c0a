import { posix } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;
type Program = ReturnType<Rolldown.PluginContext['parse']>;
type Statement = Program['body'][number];
/** `outside:inside`, as an object has it. */
type Pairs = string[];

/** Where a chunk that is a script puts its exports, under its file's name. */
const shelf = (fileName: string) => `self[${JSON.stringify(fileName)}]`;
const closed = (code: string) => `(()=>{"use strict";${code}})()`;

/**
 * Makes classic scripts of the worker and of the chunks it shares with pages: Chromium keeps the compiled code of
 * those, and starts them in half the time of module workers. Pages go on importing such a chunk, which is no
 * module any more, for its effect, and find its exports on the shelf.
 */
export function classicWorker(workerFile: string): Plugin {
  return {
    name: 'classic-worker',
    generateBundle(_, bundle) {
      const worker = bundle[workerFile];
      if (worker?.type !== 'chunk') return;
      const scripts = new Set(worker.imports);
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const isScript = chunk === worker || scripts.has(chunk.fileName);
        const { code, exported } = rewrite(chunk, this.parse(chunk.code), scripts, isScript);
        if (chunk === worker) chunk.code = `importScripts(${listOf(scripts)});${closed(code)}`;
        else if (!isScript) chunk.code = code;
        else chunk.code = `${shelf(chunk.fileName)}=${closed(`${code};return{${exported}}`)};`;
      }
    },
  };
}

function rewrite(chunk: Chunk, { body }: Program, scripts: ReadonlySet<string>, isScript: boolean) {
  const exported: Pairs = [];
  let { code } = chunk;
  // From the end, so that the places before stay what they are.
  for (const statement of body.toReversed()) {
    const text = textFor(statement, { chunk, scripts, isScript, exported });
    if (text !== null) code = code.slice(0, statement.start) + text + code.slice(statement.end);
  }
  return { code, exported };
}

type Place = { chunk: Chunk; scripts: ReadonlySet<string>; isScript: boolean; exported: Pairs };

/** What stands for a statement from now on; `null` where it stays as it is. */
function textFor(statement: Statement, { chunk, scripts, isScript, exported }: Place): string | null {
  if (statement.type === 'ExportNamedDeclaration' && isScript) {
    exported.push(...statement.specifiers.map((each) => pair(each.exported, each.local)));
    return '';
  }
  if (statement.type !== 'ImportDeclaration') return null;
  const fileName = posix.join(posix.dirname(chunk.fileName), statement.source.value);
  if (isScript && (!scripts.has(fileName) || scripts.has(chunk.fileName)))
    throw new Error(`${chunk.fileName} imports ${fileName}: a worker could not take it as a script.`);
  if (!scripts.has(fileName)) return null;
  const names = statement.specifiers.map((each) => {
    if (each.type !== 'ImportSpecifier') throw new Error(`${chunk.fileName} imports ${fileName} as a whole.`);
    return pair(each.imported, each.local);
  });
  const taken = names.length > 0 ? `const{${names}}=${shelf(fileName)};` : '';
  return isScript ? taken : `import${statement.source.raw};${taken}`;
}

type Name = { name: string } | { value: unknown };

function pair(outside: Name, inside: Name): string {
  const [key, own] = [outside, inside].map((each) =>
    'name' in each ? each.name : JSON.stringify(each.value),
  );
  return `${key}:${own}`;
}

function listOf(fileNames: Iterable<string>): string {
  return [...fileNames].map((fileName) => JSON.stringify(`/${fileName}`)).join();
}
