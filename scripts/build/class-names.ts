import { globSync } from 'node:fs';
import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { root } from './run.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Names for the classes of CSS modules, for `css.modules.generateScopedName`: letters for the sheet and a number for
 * the class, where the tool's own name is the class's name, a hash and a line. The same in each build of one source.
 */
export function shortClassNames(folders: readonly string[]) {
  const sheets = folders.flatMap((folder) => globSync(`${folder}/**/*.module.css`, { cwd: root })).sort();
  const classesOf = new Map<string, string[]>();
  return (name: string, path: string, css: string): string => {
    const sheet = sheets.indexOf(relative(root, path));
    if (sheet === -1) throw new Error(`${path} lies in none of: ${folders}.`);
    const classes = classesOf.get(css) ?? [...new Set(css.match(/(?<=\.)[a-z][\w-]*/gi))];
    classesOf.set(css, classes);
    return `${lettersOf(sheet)}${classes.indexOf(name)}`;
  };
}

function lettersOf(index: number): string {
  const rest = Math.floor(index / letters.length);
  return `${rest > 0 ? lettersOf(rest - 1) : ''}${letters[index % letters.length]}`;
}

/**
 * Lets the builder put a class's name where it is used: it looks through `import * as`, and keeps the whole of what
 * is imported as one value. Of a module all of whose names went elsewhere the styles would be left out.
 */
export const classNamesInPlace: Plugin[] = [
  {
    name: 'class-names-in-place',
    enforce: 'pre',
    transform: {
      filter: { code: /\.module\.css'/ },
      handler: (code) => code.replace(/import (\w+) from ('[^']+\.module\.css')/g, 'import * as $1 from $2'),
    },
  },
  {
    name: 'keep-styles',
    enforce: 'post',
    transform: {
      filter: { id: /\.module\.css$/ },
      handler: () => ({ moduleSideEffects: 'no-treeshake' }),
    },
  },
];
