import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openZip } from '#shared/archive/unzip.ts';
import { type ZipFile, zipChunks } from '#shared/archive/zip.ts';
import { isAppError, toErrorData } from '#shared/errors/app-error.ts';
import { archiveWords } from '#shared/i18n/en/archive.ts';
import { errorTexts } from '#shared/i18n/en/errors.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { findProgram } from '../../../scripts/setup/find-program.mjs';

const modifiedAtMs = new Date(2026, 10, 26).getTime();
const maxFileBytes = 10_000;
const python = findProgram(['python3']);

async function zipped(files: Iterable<ZipFile>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipChunks(files)) chunks.push(chunk);
  return Uint8Array.from(Buffer.concat(chunks));
}

async function contentsOf(bytes: Uint8Array<ArrayBuffer>): Promise<[string, string][]> {
  const files = await openZip(new Blob([bytes]), maxFileBytes);
  const read = [...files].map(
    async ([path, file]): Promise<[string, string]> => [path, Buffer.from(await file.read()).toString('hex')],
  );
  return Promise.all(read);
}

const archives = fc.uniqueArray(
  fc.record({
    path: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    bytes: fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from(bytes)),
    modifiedAtMs: fc.constant(modifiedAtMs),
  }),
  { selector: ({ path }) => path, maxLength: 6 },
);

describe('a zip', () => {
  it('of ours is read as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (files) => {
        const told = files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('hex')]);
        expect(await contentsOf(await zipped(files))).toEqual(told);
      }),
      { numRuns: 100 },
    );
  });

  it.skipIf(!python)('packed anew by another program is read, too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'restyle-unzip-'));
    const path = join(folder, 'deflated.zip');
    const script = `import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
    z.comment = b'anything'
    z.writestr('a/ü.txt', 'x' * 5000)`;
    execFileSync(python ?? '', ['-c', script, path]);
    const files = await openZip(new Blob([readFileSync(path)]), maxFileBytes);
    expect(new TextDecoder().decode(await files.get('a/ü.txt')?.read())).toBe('x'.repeat(5000));
    rmSync(folder, { recursive: true });
  });
});

describe('what is no zip, or a damaged one', () => {
  it('is refused as such, or still says the same', async () => {
    const files = [{ path: 'settings.json', bytes: Uint8Array.from(Buffer.from('{"a":1}')), modifiedAtMs }];
    const whole = await zipped(files);
    const known = JSON.stringify(await contentsOf(whole));
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, keptBytes) => {
        const bytes = whole.slice(0, changes.length % 2 ? whole.length : keptBytes);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const told = await contentsOf(bytes).catch((error: unknown) => error);
        if (isAppError(told)) {
          expect(told.code).toBe('file-unreadable');
          return;
        }
        // A name is not covered by the checksum, nor is a count of none.
        const contents = told as [string, string][];
        expect(
          contents.every(([, hex]) => known.includes(hex)),
          String(told),
        ).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is refused in words', async () => {
    const error: unknown = await openZip(new Blob(['no zip']), maxFileBytes).catch(
      (thrown: unknown) => thrown,
    );
    const { title, advice } = errorWords(toErrorData(error));
    expect(title).toBe(errorTexts['file-unreadable'].title);
    expect(advice).toContain(archiveWords.none);
  });

  it('does not unfold beyond what was agreed', async () => {
    const large = await zipped([{ path: 'a', bytes: new Uint8Array(maxFileBytes + 1), modifiedAtMs }]);
    await expect(contentsOf(large)).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});
