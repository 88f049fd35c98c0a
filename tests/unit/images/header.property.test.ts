import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { isAppError } from '#shared/errors/app-error.ts';
import { isComplete } from '#shared/images/complete.ts';
import { readPictureHeader, sourceLimits } from '#shared/images/header.ts';
import { hasPlainPixels } from '#shared/images/plain-pixels.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';
import { stripMetadata } from '#shared/images/strip.ts';
import type { Bytes } from '#shared/ports.ts';
import { bmp, flag, ico, join, pngChunk, pngSignature, toBytes } from './sample-pictures.ts';

const samples: Bytes[] = [];

beforeAll(async () => {
  for (const format of ['png', 'jpeg', 'gif', 'webp', 'avif'] as const) {
    samples.push(await toBytes(flag().withMetadata({ orientation: 6 }).toFormat(format)));
  }
  samples.push(await toBytes(flag().ensureAlpha(0.5).webp({ lossless: true })));
  samples.push(bmp(9, 4), ico([{ sidePx: 16, contents: bmp(16, 32).subarray(14) }]));
  const png = samples[0];
  if (png) samples.push(ico([{ sidePx: 32, contents: png }]));
});

/** Whatever comes in, a header within limits or an AppError comes out. */
function expectHarmless(bytes: Bytes): void {
  try {
    const header = readPictureHeader(bytes);
    expect(header.widthPx * header.heightPx).toBeLessThanOrEqual(sourceLimits.maxAreaPx);
    expect(Math.min(header.widthPx, header.heightPx)).toBeGreaterThanOrEqual(1);
    expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(header.orientation);
  } catch (error) {
    if (!isAppError(error)) throw error;
  }
  for (const mimeType of ['image/png', 'image/jpeg']) {
    const stripped = stripMetadata(bytes, mimeType);
    expect(stripped?.length ?? 0).toBeLessThanOrEqual(bytes.length);
    expect(typeof isComplete(bytes, mimeType)).toBe('boolean');
    expect(typeof hasPlainPixels(bytes, mimeType)).toBe('boolean');
  }
}

/** A sample with some bytes overwritten, and cut or continued. */
const mutated = fc
  .record({
    sample: fc.nat(),
    edits: fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff, 0x2c, 0xda)), {
      maxLength: 8,
    }),
    keptRatio: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
    tail: fc.uint8Array({ maxLength: 16 }),
  })
  .map(({ sample, edits, keptRatio, tail }) => {
    const bytes = Uint8Array.from(samples[sample % samples.length] ?? []);
    // Headers lie at the beginning, so most edits go there.
    edits.forEach(([at, value], i) => {
      bytes[at % (i % 3 === 0 ? bytes.length : Math.min(bytes.length, 400))] = value;
    });
    return join(bytes.subarray(0, Math.ceil(bytes.length * keptRatio)), tail);
  });

test('random bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => expectHarmless(join(bytes))));
});

test('random bytes behind a real beginning', () => {
  const begun = fc
    .tuple(fc.nat(), fc.integer({ min: 2, max: 64 }), fc.uint8Array({ maxLength: 300 }))
    .map(([sample, kept, rest]) =>
      join((samples[sample % samples.length] ?? join()).subarray(0, kept), rest),
    );
  fc.assert(fc.property(begun, expectHarmless), { numRuns: 2000 });
});

test('real pictures, damaged', () => {
  fc.assert(fc.property(mutated, expectHarmless), { numRuns: 4000 });
});

test('chunks without the contents they should have', () => {
  for (const name of ['IHDR', 'gAMA', 'iCCP', 'eXIf']) expectHarmless(join(pngSignature, pngChunk(name, '')));
});

test('a picture inside a larger buffer is read from its own place', () => {
  for (const sample of samples) {
    const view = join('\xff\xd8\xff\x00', sample, 'GIF89a').subarray(4, 4 + sample.length);
    expect(sniffMimeType(view)).toBe(sniffMimeType(sample));
    expect(readPictureHeader(view)).toEqual(readPictureHeader(sample));
  }
});
