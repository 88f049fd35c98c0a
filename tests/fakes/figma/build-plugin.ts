import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, glob, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export type PluginManifest = {
  networkAccess: { allowedDomains: string[]; devAllowedDomains?: string[]; reasoning: string };
};
export type BuiltPlugin = { mainJs: string; uiJs: string; manifest: PluginManifest };

const root = resolve(import.meta.dirname, '../../..');
const cache = join(root, 'node_modules/.cache/restyle-figma-plugin');
const sources = [
  'figma-plugin/**/*.*',
  'shared/**/*.ts',
  'build-figma-plugin.*',
  'scripts/build/*.mjs',
  'package*.json',
];

let built: Promise<BuiltPlugin> | null = null;

/** The plugin as it ships. Looked for once in a test file: to know the state of the sources, all are read. */
export function buildPlugin(): Promise<BuiltPlugin> {
  built ??= findOrBuild();
  return built;
}

/** Built once for each state of its sources, not once for each test file. */
async function findOrBuild(): Promise<BuiltPlugin> {
  const folder = join(cache, (await hashOfSources()).slice(0, 16));
  const isBuilt = await access(folder).then(
    () => true,
    () => false,
  );
  if (!isBuilt) await build(folder);
  return readPlugin(folder);
}

async function hashOfSources(): Promise<string> {
  const files: string[] = [];
  for await (const file of glob(sources, { cwd: root })) files.push(file);
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(await readFile(join(root, file)));
  return hash.digest('hex');
}

/** Moved into place whole, so that nobody reads half a build. */
async function build(folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(`${folder}-`);
  const builder = join(root, 'node_modules/.bin/build-figma-plugin');
  await promisify(execFile)(builder, ['--minify', '--output', fresh], { cwd: root });
  // Another test file may have been quicker: its build is of the same sources.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true }));
}

async function readPlugin(folder: string): Promise<BuiltPlugin> {
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const [manifest, mainJs, uiJs] = await Promise.all([
    read('manifest.json'),
    read('build/main.js'),
    read('build/ui.js'),
  ]);
  return { mainJs, uiJs, manifest: JSON.parse(manifest) as PluginManifest };
}
