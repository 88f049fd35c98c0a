import { readFileSync } from 'node:fs';
import exifr from 'exifr';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { noteOf, type RecipeNote, readRecipeNote, withRecipeNote } from '#shared/history/recipe-note.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import { stripMetadata } from '#shared/images/strip.ts';
import type { Bytes } from '#shared/ports.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';

const note: RecipeNote = { ...noteOf(jobIn({ name: 'created' })), workflowVersion: 'v3' };
const photo = readFileSync(new URL('../../fixtures/photos/coffee.png', import.meta.url));
const asBytes = (buffer: Uint8Array) => Uint8Array.from(buffer) as Bytes;

const files: Record<string, Bytes> = {};
beforeAll(async () => {
  const small = () => sharp(photo).resize(61, 40);
  files.png = asBytes(await small().png().toBuffer());
  files.jpeg = asBytes(await small().jpeg().toBuffer());
  files['jpeg with exif'] = asBytes(
    await small()
      .withExif({ IFD0: { Artist: 'Ada' } })
      .jpeg()
      .toBuffer(),
  );
  files['lossy webp'] = asBytes(await small().webp().toBuffer());
  files['lossless webp'] = asBytes(await small().ensureAlpha(0.5).webp({ lossless: true }).toBuffer());
  files['webp with exif'] = asBytes(
    await small()
      .withExif({ IFD0: { Artist: 'Ada' } })
      .webp()
      .toBuffer(),
  );
  const foreign =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:format="image/x"/></rdf:RDF></x:xmpmeta>';
  files['png with xmp'] = asBytes(await small().withXmp(foreign).png().toBuffer());
  files['jpeg with xmp'] = asBytes(await small().withXmp(foreign).jpeg().toBuffer());
  files['webp with xmp'] = asBytes(await small().withXmp(foreign).webp().toBuffer());
});

const names = [
  'png',
  'jpeg',
  'jpeg with exif',
  'lossy webp',
  'lossless webp',
  'webp with exif',
  'png with xmp',
  'jpeg with xmp',
  'webp with xmp',
] as const;

const fileOf = (name: string): Bytes => files[name] ?? new Uint8Array();
const pixels = (bytes: Bytes) => sharp(bytes).ensureAlpha().raw().toBuffer();

describe.each(names)('%s', (name) => {
  it('is read as no file of ours before', () => {
    expect(readRecipeNote(fileOf(name))).toBe(null);
  });

  it('carries the note, and shows the same pixels', async () => {
    const written = withRecipeNote(fileOf(name), note);
    expect(readRecipeNote(written)).toEqual(note);
    expect(await pixels(written)).toEqual(await pixels(fileOf(name)));
    expect(readPictureHeader(written)).toEqual(readPictureHeader(fileOf(name)));
  });

  it('carries one note only when written twice', () => {
    const twice = withRecipeNote(withRecipeNote(fileOf(name), { ...note, seed: 1 }), note);
    expect(twice).toEqual(withRecipeNote(fileOf(name), note));
  });

  it('keeps what else was in it', async () => {
    const { exif } = await sharp(fileOf(name)).metadata();
    const after = await sharp(withRecipeNote(fileOf(name), note)).metadata();
    expect(after.exif).toEqual(exif);
  });
});

describe('an independent reader', () => {
  it.each(['png', 'jpeg', 'jpeg with exif', 'png with xmp', 'jpeg with xmp'])(
    'finds the mark of AI in a %s',
    async (name) => {
      const written = Buffer.from(withRecipeNote(fileOf(name), { ...note, prompt: 'a "b" <c>\n& ü 🎨' }));
      const found = await exifr.parse(written, { xmp: true, mergeOutput: false });
      expect(found.Iptc4xmpExt).toEqual({
        DigitalSourceType:
          'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia',
        AISystemUsed: 'ComfyDeploy',
        AIPromptInformation: expect.stringContaining('a '),
      });
    },
  );

  it('finds the packet where WebP has it', async () => {
    const { xmpAsString } = await sharp(withRecipeNote(fileOf('lossy webp'), note)).metadata();
    expect(xmpAsString).toContain('digitalsourcetype/compositeWithTrainedAlgorithmicMedia');
  });

  it('is told that a sample look is no AI', async () => {
    const { xmpAsString } = await sharp(
      withRecipeNote(fileOf('png'), { ...note, engine: 'on-device' }),
    ).metadata();
    expect(xmpAsString).toContain('digitalsourcetype/algorithmicallyEnhanced');
    expect(xmpAsString).not.toContain('AISystemUsed');
  });
});

describe('any text', () => {
  /** Unpaired surrogates and control characters too. */
  const anyText = fc.string({ unit: 'binary', maxLength: 300 });
  const anyUnits = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units));

  it.each(['png', 'jpeg', 'lossy webp'])('comes back from a %s as it went in', (name) => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits), anyText, (prompt, presetName) => {
        const wanted = { ...note, prompt, presetName };
        expect(readRecipeNote(withRecipeNote(fileOf(name), wanted))).toEqual(wanted);
      }),
    );
  });

  it('that is too long for a JPEG leaves the mark of AI', async () => {
    const written = withRecipeNote(fileOf('jpeg'), { ...note, prompt: 'ü'.repeat(20_000) });
    expect(readRecipeNote(written)).toBe(null);
    const { xmpAsString } = await sharp(written).metadata();
    expect(xmpAsString).toContain('compositeWithTrainedAlgorithmicMedia');
  });
});

it('names a preset of the person’s own as it was called then, and a built-in one by its name', () => {
  const job = jobIn({ name: 'created' });
  expect(noteOf(job).presetName).toBe('Watercolour');
  const recipe = { ...job.recipe, presetId: 'own' };
  expect(noteOf({ recipe, context: { ...job.context, presetName: 'Mine' } }).presetName).toBe('Mine');
  expect(noteOf({ recipe, context: job.context }).presetName).toBeNull();
});

describe('a file that is none of ours', () => {
  it('is never taken for one, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom(...names),
        fc.nat(),
        (noise, name, place) => {
          expect(readRecipeNote(noise)).toBe(null);
          const damaged = withRecipeNote(fileOf(name), note);
          damaged.set(noise.subarray(0, damaged.length), place % Math.max(1, damaged.length - noise.length));
          expect(() => readRecipeNote(damaged)).not.toThrow();
          expect(() => withRecipeNote(damaged, note)).not.toThrow();
        },
      ),
    );
  });
});

it('a clean copy has nothing of it', () => {
  for (const name of ['png', 'jpeg']) {
    const clean = stripMetadata(withRecipeNote(fileOf(name), note), `image/${name}`);
    expect(readRecipeNote(clean ?? new Uint8Array())).toBe(null);
  }
});
