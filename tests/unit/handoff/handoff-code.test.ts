import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { toBase64 } from '#shared/connection/base64.ts';
import {
  type Handoff,
  type HandoffRecipe,
  handoffLimits,
  pictureToRestyle,
  writeHandoff,
} from '#shared/handoff/handoff.ts';
import { isHandoffCode, readHandoffCode, writeHandoffCode } from '#shared/handoff/handoff-code.ts';
import { readPacket, writePacket } from '#shared/pairing/packet.ts';
import { writeSecret } from '#shared/pairing/secret.ts';
import type { Bytes } from '#shared/ports.ts';
import { tinyPicture } from '../../fakes/tiny-picture.ts';

let pictures: readonly Bytes[];
let webp: Bytes;

const recipe: HandoffRecipe = {
  presetId: 'builtin.watercolour',
  presetName: 'Watercolour',
  prompt: 'As a watercolour „größer“ 🎨',
  strength: 0.6,
  seed: 4_294_967_295,
};

beforeAll(async () => {
  const { bytes } = await tinyPicture(7);
  pictures = [bytes, new Uint8Array(await sharp(bytes).jpeg().toBuffer())];
  webp = new Uint8Array(await sharp(bytes).webp().toBuffer());
});

const png = () => pictures[0] as Bytes;
const plain = (): Handoff => ({ name: 'Coffee', picture: png(), original: null, recipe });
const codeOf = (said: unknown, bytes: Bytes) => `restyle-handoff:${toBase64(writePacket({ said, bytes }))}`;

const recipes = fc.record({
  presetId: fc.option(fc.string({ maxLength: 200 })),
  presetName: fc.option(fc.string({ maxLength: 200 })),
  prompt: fc.string({ unit: 'binary', maxLength: 500 }),
  strength: fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((ratio) => ratio + 0)),
  seed: fc.option(fc.integer({ min: 1, max: 4_294_967_295 })),
});

test('what is handed over is what is taken up, whatever a mail does to the lines', () => {
  fc.assert(
    fc.property(
      fc.record({
        name: fc.string({ unit: 'binary', maxLength: 200 }),
        picture: fc.constantFrom(...pictures),
        original: fc.option(fc.constantFrom(...pictures)),
        recipe: fc.option(recipes),
      }),
      fc.integer({ min: 20, max: 200 }),
      fc.constantFrom('\n', '\r\n', ' ', '\t'),
      (handoff, lineLength, lineEnd) => {
        const code = writeHandoffCode(handoff);
        const mailed = code.replace(new RegExp(`.{${lineLength}}`, 'g'), (line) => line + lineEnd);
        for (const text of [code, `  ${mailed}\n`]) {
          expect(isHandoffCode(text)).toBe(true);
          expect(readHandoffCode(text)).toEqual(handoff);
        }
      },
    ),
  );
});

test('a code that was cut or changed on its way is refused, or gives pictures that can be told by their bytes', () => {
  const code = writeHandoffCode({ ...plain(), original: png() });
  fc.assert(
    fc.property(fc.nat(code.length - 1), fc.constantFrom('A', '/', '!', ''), (at, put) => {
      // Its last letters may be padding, without which it is as whole.
      const cut = code.slice(0, Math.min(at, code.length - 4));
      if (isHandoffCode(cut)) expect(() => readHandoffCode(cut)).toThrow(/handoff-/);
      const changed = cut + put + code.slice(at + 1);
      try {
        const { picture } = readHandoffCode(changed);
        expect(picture).toHaveLength(png().length);
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^handoff-/) });
      }
    }),
  );
});

test('whatever is pasted, it is a hand-off or refused in words of ours', () => {
  fc.assert(
    fc.property(fc.string(), fc.json(), fc.uint8Array(), (text, said, bytes) => {
      for (const code of [`restyle-handoff:${text}`, codeOf(JSON.parse(said), Uint8Array.from(bytes))]) {
        expect(() => readHandoffCode(code)).toThrow(/handoff-/);
      }
    }),
  );
});

describe('is refused', () => {
  const head = () => writeHandoff(plain()).said as Record<string, unknown>;
  const changed = (change: Record<string, unknown>, bytes = png()) => codeOf({ ...head(), ...change }, bytes);

  test.each([
    ['other text', 'A cat. restyle-handoff:', false],
    ['a pairing’s secret', writeSecret(new Uint8Array(32)), false],
    ['an address', 'https://example.com/a.png', false],
  ])('%s: it is not for us', (_, text, isOurs) => {
    expect(isHandoffCode(text)).toBe(isOurs);
    expect(() => readHandoffCode(text)).toThrow(/handoff-unreadable/);
  });

  test.each([
    ['a version to come', () => changed({ version: 2, name: { a: 1 } }), 'handoff-newer'],
    ['no version', () => changed({ version: undefined }), 'handoff-unreadable'],
    ['a page for a picture', () => changed({ pictureBytes: 6 }, bytesOf('<html>')), 'handoff-unreadable'],
    ['an SVG with a script', () => svg(), 'handoff-unreadable'],
    [
      'a kind that Figma does not take',
      () => changed({ pictureBytes: webp.length }, webp),
      'handoff-unreadable',
    ],
    ['a bomb', () => bomb(), 'handoff-too-large'],
    [
      'a picture whose size is a lie',
      () => changed({ pictureBytes: png().length - 1 }),
      'handoff-unreadable',
    ],
    ['a seed that is none', () => changed({ recipe: { ...recipe, seed: 1.5 } }), 'handoff-unreadable'],
    ['a strength beyond all', () => changed({ recipe: { ...recipe, strength: 7 } }), 'handoff-unreadable'],
    [
      'a prompt as long as a book',
      () => changed({ recipe: { ...recipe, prompt: 'a'.repeat(20_001) } }),
      'handoff-unreadable',
    ],
    ['a text without end', () => `restyle-handoff:${'A'.repeat(14_000_000)}`, 'handoff-too-large'],
  ])('%s', (_, make, code) => {
    expect(() => readHandoffCode(make())).toThrow(new RegExp(`^${code}:`));
  });

  const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);
  const svg = () => {
    const bytes = bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    return changed({ pictureBytes: bytes.length }, bytes);
  };
  const bomb = () => {
    const bytes = png().slice();
    new DataView(bytes.buffer).setUint32(16, 30_000);
    return changed({}, bytes);
  };
});

test('what else somebody puts in is not taken along', () => {
  const { said, bytes } = writeHandoff(plain());
  const hostile = { ...(said as object), apiKey: 'k', page: 'https://example.com', ['__proto__']: { a: 1 } };
  expect(readHandoffCode(codeOf(hostile, bytes))).toEqual(plain());
});

test('a picture beyond the limit is not handed over, a recipe beyond it is left out', () => {
  const large = new Uint8Array(handoffLimits.maxBytes + 1);
  expect(() => writeHandoffCode({ ...plain(), original: large })).toThrow(/^handoff-too-large/);
  const long = { ...recipe, prompt: 'a'.repeat(20_001) };
  expect(readHandoffCode(writeHandoffCode({ ...plain(), recipe: long })).recipe).toBeNull();
});

test('a result is made anew from its original, any other picture from itself', () => {
  const [picture, original] = pictures as [Bytes, Bytes];
  expect(pictureToRestyle({ ...plain(), picture, original })).toBe(original);
  expect(pictureToRestyle(plain())).toBe(picture);
});

test('the code is one packet in base64: nothing in it but what is said and the pictures', () => {
  const packet = readPacket(
    Uint8Array.from(Buffer.from(writeHandoffCode(plain()).slice('restyle-handoff:'.length), 'base64')),
  );
  expect(packet?.said).toEqual({
    ...{ version: 1, name: 'Coffee', recipe, pictureBytes: png().length, originalBytes: 0 },
  });
  expect(packet?.bytes).toEqual(png());
});
