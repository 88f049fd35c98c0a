import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { buildIfStale } from '../../build/if-stale.ts';
import { root } from '../../build/run.ts';
import type { Figure } from '../figure.ts';
import { sum } from '../statistics.ts';

const isPicture = (path: string) => /\.(png|webp|svg|jpg)$/.test(path);
/** ZIP: a header before each file, one more in the list at the end, both with the file's name. */
const headerBytes = 30 + 46;
const endBytes = 22;

export const zipSize: Figure = {
  name: 'zip-size',
  measures:
    'The package for the Chrome store: each file of the build deflated at level 9 or stored where that is smaller, ' +
    'with ZIP’s own headers; code, pages and styles apart from pictures. 1 KB is 1024 bytes.',
  async measure() {
    await buildIfStale(['chrome']);
    const folder = join(root, 'dist/chrome-mv3');
    const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    const sizes = await Promise.all(
      paths.map(async (path) => ({ path, bytes: await packedBytes(path, folder) })),
    );
    const kilobytes = (wanted: (path: string) => boolean) =>
      sum(sizes.filter(({ path }) => wanted(path)).map(({ bytes }) => bytes)) / 1024;
    return [
      {
        label: 'code',
        value: kilobytes((path) => !isPicture(path)) + endBytes / 1024,
        unit: 'KB',
        goal: 150,
      },
      { label: 'pictures', value: kilobytes(isPicture), unit: 'KB', goal: 250 },
    ];
  },
};

async function packedBytes(path: string, folder: string): Promise<number> {
  const bytes = await readFile(path);
  const packed = Math.min(bytes.length, deflateRawSync(bytes, { level: 9 }).length);
  return packed + headerBytes + 2 * Buffer.byteLength(path.slice(folder.length + 1));
}
