/** Renders the icons of the extension from `icon.svg`. Run with `node scripts/pictures/icons.ts`. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const here = import.meta.dirname;
const target = join(here, '../../extension/public/icon');

/**
 * The toolbar's icons fill their square; the store's has an empty border of an eighth:
 * https://developer.chrome.com/docs/webstore/images#icons
 */
const icons = [
  { sizePx: 16, borderPx: 0 },
  { sizePx: 32, borderPx: 0 },
  { sizePx: 48, borderPx: 0 },
  { sizePx: 128, borderPx: 16 },
];

const svg = await readFile(join(here, 'icon.svg'));
await mkdir(target, { recursive: true });
for (const { sizePx, borderPx } of icons) {
  const drawnPx = sizePx - 2 * borderPx;
  const border = { top: borderPx, bottom: borderPx, left: borderPx, right: borderPx };
  // Density is dots per inch at which the drawing, 96 units wide, is exactly as wide as the icon.
  await sharp(svg, { density: (72 * drawnPx) / 96 })
    .resize(drawnPx, drawnPx)
    .extend({ ...border, background: '#0000' })
    .png({ compressionLevel: 9 })
    .toFile(join(target, `${sizePx}.png`));
}
