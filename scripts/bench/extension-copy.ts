import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIfStale } from '../build/if-stale.ts';
import { root } from '../build/run.ts';
import type { Workshop } from './workshop.ts';

type Manifest = Record<string, unknown>;

export type Changes = {
  /** Contents by path, written over or beside what is there. */
  files?: Readonly<Record<string, string>>;
  manifest?: (manifest: Manifest) => Manifest;
};

/** A copy of the built extension with something changed, to be measured against; answers its folder. */
export async function copyExtension(
  { folder }: Workshop,
  name: string,
  { files = {}, manifest = (same) => same }: Changes = {},
): Promise<string> {
  await buildIfStale(['chrome']);
  const copy = join(folder, name);
  await cp(join(root, 'dist/chrome-mv3'), copy, { recursive: true });
  for (const [path, contents] of Object.entries(files)) await writeFile(join(copy, path), contents);
  const manifestPath = join(copy, 'manifest.json');
  const changed = manifest(JSON.parse(await readFile(manifestPath, 'utf8')) as Manifest);
  await writeFile(manifestPath, JSON.stringify(changed));
  return copy;
}
