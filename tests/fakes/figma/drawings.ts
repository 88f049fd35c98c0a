import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { FakeFigma } from './fake-figma.ts';

const photos = new URL('../../fixtures/photos/', import.meta.url);

/** Fills of one flat colour, each part 0..1. */
export function flat(r: number, g: number, b: number): { fills: object[] } {
  return { fills: [{ type: 'SOLID', color: { r, g, b } }] };
}

/** A black shadow straight below, that reaches this far. */
export function shadow(radius: number, y = 0): { effects: object[] } {
  const color = { r: 0, g: 0, b: 0, a: 1 };
  return { effects: [{ type: 'DROP_SHADOW', color, offset: { x: 0, y }, radius, visible: true }] };
}

/** Fills that show a photograph, named by its file in the fixtures. */
export async function photo(figma: FakeFigma, fileName: string): Promise<{ fills: object[] }> {
  const bytes = await readFile(new URL(fileName, photos));
  return { fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: figma.addImage(bytes) }] };
}

export async function flatPng(
  widthPx: number,
  heightPx: number,
  background = '#3366cc',
): Promise<Uint8Array<ArrayBuffer>> {
  const picture = sharp({ create: { width: widthPx, height: heightPx, channels: 3, background } });
  return new Uint8Array(await picture.png({ compressionLevel: 1 }).toBuffer());
}
