import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { root } from '../build/run.ts';

const pictureName = /\.(png|jpe?g|webp|gif|avif|bmp)$/i;

/** The pictures meant by the command line: files as they are, folders by their pictures; none means ours. */
export async function inputFiles(inputs: readonly string[]): Promise<string[]> {
  if (inputs.length === 0) return ownPhotos();
  const found = await Promise.all(inputs.map((input) => filesOf(resolve(input))));
  return found.flat();
}

/** The photographs that ship with the project. */
export async function ownPhotos(): Promise<string[]> {
  return filesOf(`${root}tests/fixtures/photos`);
}

async function filesOf(path: string): Promise<string[]> {
  const facts = await stat(path).catch(() => null);
  if (!facts) throw new Error(`There is no file or folder at ${path}.`);
  if (!facts.isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => pictureName.test(name))
    .sort()
    .map((name) => join(path, name));
}
