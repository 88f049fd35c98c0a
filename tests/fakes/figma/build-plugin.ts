import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { glob, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

export type PluginManifest = { networkAccess: { allowedDomains: string[] } };
export type BuiltPlugin = { mainJs: string; uiJs: string; manifest: PluginManifest };

const root = resolve(import.meta.dirname, '../../..');
const kept = join(root, 'node_modules/.cache/restyle-figma-plugin');
const sources = ['figma-plugin/**/*.*', 'shared/**/*.ts', 'build-figma-plugin.*', 'package*.json'];

/** The plugin as it ships. Built once for each state of its sources, not once for each test file. */
export async function buildPlugin(): Promise<BuiltPlugin> {
  const hash = await hashOfSources();
  const builtFrom = await readFile(join(kept, 'hash'), 'utf8').catch(() => null);
  if (builtFrom !== hash) await build(hash);
  return readPlugin();
}

async function hashOfSources(): Promise<string> {
  const files: string[] = [];
  for await (const file of glob(sources, { cwd: root })) files.push(file);
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(await readFile(join(root, file)));
  return hash.digest('hex');
}

/** Moved into place whole, so that nobody reads half a build. */
async function build(hash: string): Promise<void> {
  await mkdir(dirname(kept), { recursive: true });
  const fresh = await mkdtemp(`${kept}-`);
  const builder = join(root, 'node_modules/.bin/build-figma-plugin');
  await promisify(execFile)(builder, ['--minify', '--output', fresh], { cwd: root });
  await writeFile(join(fresh, 'hash'), hash);
  await rm(kept, { recursive: true, force: true });
  await rename(fresh, kept);
}

async function readPlugin(): Promise<BuiltPlugin> {
  const read = (name: string) => readFile(join(kept, name), 'utf8');
  const [manifest, mainJs, uiJs] = await Promise.all([
    read('manifest.json'),
    read('build/main.js'),
    read('build/ui.js'),
  ]);
  return { mainJs, uiJs, manifest: JSON.parse(manifest) as PluginManifest };
}
