import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import { movingPng } from './moving-png.ts';

const files: Readonly<Record<string, string>> = {
  rocket: 'rocket.jpg',
  coffee: 'coffee.png',
  chelsea: 'chelsea.png',
  astronaut: 'astronaut.png',
};

export type Picture = { bytes: Buffer; mimeType: string };

const made = new Map<string, Promise<Picture | null>>();

/** A photograph in a size and format, by the last part of its address: `rocket-1200x800.jpg`. */
export function photograph(fileName: string): Promise<Picture | null> {
  const known = made.get(fileName) ?? make(fileName);
  made.set(fileName, known);
  return known;
}

async function make(fileName: string): Promise<Picture | null> {
  const [, name = '', width = 1200, height = 800, format = ''] =
    /^(\w+?)(?:-(\d+)x(\d+))?\.([\w-]+)$/.exec(fileName) ?? [];
  const file = files[name];
  const encode = encoders[format];
  if (!file || !encode) return null;
  const path = fileURLToPath(new URL(`../../fixtures/photos/${file}`, import.meta.url));
  const sized = sharp(await readFile(path)).resize(Number(width), Number(height), { fit: 'cover' });
  return encode(sized);
}

type Encode = (picture: Sharp) => Promise<Picture>;

const as =
  (mimeType: string, encode: (picture: Sharp) => Sharp): Encode =>
  async (picture) => ({ mimeType, bytes: await encode(picture).toBuffer() });

/** The photograph, then its negative: only its first frame is the photograph. */
const animated =
  (mimeType: string, encode: (picture: Sharp) => Sharp): Encode =>
  async (picture) => {
    const first = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const { width, height, channels } = first.info;
    const second = first.data.map((value) => 255 - value);
    const raw = { width, height: height * 2, channels, pageHeight: height };
    const both = sharp(Buffer.concat([first.data, second]), { raw, limitInputPixels: false });
    return { mimeType, bytes: await encode(both).toBuffer() };
  };

const encoders: Readonly<Record<string, Encode>> = {
  jpg: as('image/jpeg', (picture) => picture.jpeg({ quality: 90 })),
  png: as('image/png', (picture) => picture.png({ compressionLevel: 3 })),
  webp: as('image/webp', (picture) => picture.webp({ quality: 90 })),
  avif: as('image/avif', (picture) => picture.avif({ quality: 70, effort: 0 })),
  gif: as('image/gif', (picture) => picture.gif({ effort: 1 })),
  png16: as('image/png', (picture) => picture.toColourspace('rgb16').png({ compressionLevel: 3 })),
  p3: as('image/jpeg', (picture) => picture.withIccProfile('p3').jpeg({ quality: 90 })),
  cmyk: as('image/jpeg', (picture) =>
    picture.toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 90 }),
  ),
  'moving-gif': animated('image/gif', (picture) => picture.gif({ effort: 1, delay: [60_000, 60_000] })),
  'moving-webp': animated('image/webp', (picture) => picture.webp({ delay: [60_000, 60_000] })),
  octets: as('application/octet-stream', (picture) => picture.jpeg({ quality: 90 })),
  'moving-png': async (picture) => ({
    mimeType: 'image/png',
    bytes: movingPng(
      await picture.png({ compressionLevel: 3 }).toBuffer(),
      await picture.negate().png({ compressionLevel: 3 }).toBuffer(),
    ),
  }),
  entities: async (picture) => {
    const href = `data:image/jpeg;base64,${(await picture.jpeg().toBuffer()).toString('base64')}`;
    const text = `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY ns_svg "http://www.w3.org/2000/svg"><!ENTITY ns_xlink "http://www.w3.org/1999/xlink">]><svg xmlns="&ns_svg;" xmlns:xlink="&ns_xlink;" viewBox="0 0 3 2"><image width="3" height="2" xlink:href="${href}"/></svg>`;
    return { mimeType: 'image/svg+xml', bytes: Buffer.from(text) };
  },
  tiff: as('image/tiff', (picture) => picture.tiff()),
  turned: async (picture) => {
    const turned = sharp(await picture.png().toBuffer())
      .rotate(90)
      .withMetadata({ orientation: 8 });
    return { mimeType: 'image/jpeg', bytes: await turned.jpeg({ quality: 90 }).toBuffer() };
  },
  svg: async (picture) => {
    const bytes = await picture.jpeg().toBuffer();
    const href = `data:image/jpeg;base64,${bytes.toString('base64')}`;
    const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><image width="3" height="2" href="${href}"/></svg>`;
    return { mimeType: 'image/svg+xml', bytes: Buffer.from(text) };
  },
  // The first box of a HEIC file; no browser of ours looks further.
  heic: async () => ({
    mimeType: 'image/heic',
    bytes: Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(64)]),
  }),
  html: async () => ({ mimeType: 'image/jpeg', bytes: Buffer.from('<!doctype html><title>Sign in</title>') }),
};
