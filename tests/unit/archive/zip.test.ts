import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 as crc32OfNode } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crc32 } from '#shared/archive/crc32.ts';
import { type ZipFile, zipChunks } from '#shared/archive/zip.ts';
import { findProgram } from '../../../scripts/setup/find-program.mjs';
import { rounds } from '../../campaign.ts';

const modifiedAtMs = new Date(2026, 10, 26, 9, 30, 14).getTime();
const python = findProgram(['python3']);

/** What Python's own zipfile makes of archives, which shares nothing with ours. */
const reader = `
import json, sys, zipfile, zlib
def told(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return [[i.filename, i.file_size, zlib.crc32(archive.read(i)), list(i.date_time)] for i in archive.infolist()]
print(json.dumps([told(path) for path in sys.argv[1:]]))
`;

type Told = [path: string, sizeBytes: number, crc32: number, modified: number[]][];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'restyle-zip-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function write(files: Iterable<ZipFile>, name: string): Promise<string> {
  const path = join(folder, name);
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipChunks(files)) chunks.push(chunk);
  await writeFile(path, Buffer.concat(chunks));
  return path;
}

function readAll(paths: readonly string[]): Told[] {
  const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  return JSON.parse(execFileSync(python ?? '', ['-c', reader, ...paths], options));
}

const paths = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map((part) => part.replace(/[/\\\p{C}]/gu, '_')).join('/'));

const archives = fc.uniqueArray(
  fc.record({
    path: paths,
    bytes: fc.uint8Array({ maxLength: 3_000 }).map((bytes) => Uint8Array.from(bytes)),
    modifiedAtMs: fc.constant(modifiedAtMs),
  }),
  { selector: ({ path }) => path, maxLength: 12 },
);

describe.skipIf(!python)('a zip, read by Python', { timeout: 60_000 }, () => {
  it('holds every file by its name, whole', async () => {
    const samples = fc.sample(archives, rounds({ sample: 60, all: 2_000 }));
    const written: string[] = [];
    for (const [index, files] of samples.entries()) written.push(await write(files, `${index}.zip`));
    const told = readAll(written);
    for (const [index, files] of samples.entries()) {
      const expected = files.map(({ path, bytes }) => [path, bytes.length, crc32OfNode(bytes)]);
      expect(told[index]?.map((entry) => entry.slice(0, 3))).toEqual(expected);
    }
  });

  it('keeps the time to two seconds', async () => {
    const path = await write([{ path: 'a.png', bytes: new Uint8Array(1), modifiedAtMs }], 'time.zip');
    expect(readAll([path])[0]?.[0]?.[3]).toEqual([2026, 11, 26, 9, 30, 14]);
  });

  it('holds more files than a plain zip can count', async () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const many = Array.from({ length: 65_600 }, (_, index) => ({ path: `${index}`, bytes, modifiedAtMs }));
    const path = await write(many, 'many.zip');
    const script = 'import sys, zipfile; print(len(zipfile.ZipFile(sys.argv[1]).namelist()))';
    expect(Number(execFileSync(python ?? '', ['-c', script, path], { encoding: 'utf8' }))).toBe(65_600);
  });
});

describe('the checksum', () => {
  it('is the one of zlib', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => crc32(bytes) === crc32OfNode(bytes)),
    );
  });
});
