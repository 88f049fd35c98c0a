import { execFileSync } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Archive, openZip } from '#shared/archive/unzip.ts';
import { zipChunks } from '#shared/archive/zip.ts';
import { findProgram } from '../../../scripts/setup/find-program.mjs';
import { rounds } from '../../campaign.ts';

const python = findProgram(['python3']);
const pictureBytes = 48 * 1024 * 1024;
const script = `
import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
last = archive.infolist()[-1]
print(len(archive.namelist()), last.header_offset, archive.read(last)[:4].hex())
`;

/** Black ones, and a last one that is known by its first bytes. */
function* pictures(count: number) {
  const black = new Uint8Array(pictureBytes);
  for (let index = 0; index < count; index++) {
    const bytes = index === count - 1 ? Uint8Array.of(1, 2, 3, 4) : black;
    yield { path: `batch/${index}.png`, bytes, modifiedAtMs: Date.now() };
  }
}

/** Node's own blob of a file ends at four gigabytes. */
function archiveOf(descriptor: number): Archive {
  return {
    size: fstatSync(descriptor).size,
    slice(from, to) {
      const bytes = new Uint8Array(to - from);
      readSync(descriptor, bytes, 0, bytes.length, from);
      return new Blob([bytes]);
    },
  };
}

it.skipIf(!python)('a zip beyond four gigabytes is read to its last file', { timeout: 300_000 }, async () => {
  const count = rounds({ sample: 2, all: 90 });
  const folder = await mkdtemp(join(tmpdir(), 'restyle-zip-'));
  const path = join(folder, 'large.zip');
  const file = await open(path, 'w');
  let atBytes = 0;
  // Black pictures are left as holes in the file, which take no room on the disk.
  for await (const chunk of zipChunks(pictures(count))) {
    if (chunk.length !== pictureBytes) await file.write(chunk, 0, chunk.length, atBytes);
    atBytes += chunk.length;
  }
  await file.close();
  const told = execFileSync(python ?? '', ['-c', script, path], { encoding: 'utf8' })
    .trim()
    .split(' ');
  expect([Number(told[0]), told[2]]).toEqual([count, '01020304']);
  expect(Number(told[1])).toBeGreaterThan((count - 1) * pictureBytes);
  const descriptor = openSync(path, 'r');
  const files = await openZip(archiveOf(descriptor), pictureBytes);
  expect(await files.get(`batch/${count - 1}.png`)?.read()).toEqual(Uint8Array.of(1, 2, 3, 4));
  closeSync(descriptor);
  await rm(folder, { recursive: true });
});
