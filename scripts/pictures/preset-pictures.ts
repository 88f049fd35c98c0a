/**
 * Renders the illustrations of the built-in presets: one photograph through each look of the
 * stand-in. They show the idea of a preset and are labelled as illustrations in the panel.
 * Run with `node scripts/pictures/preset-pictures.ts`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { applyLook } from '../../tests/stand-in/looks/apply-look.ts';

const root = join(import.meta.dirname, '../..');
const target = join(root, 'extension/public/presets');
const panelTarget = join(root, 'figma-plugin/ui/look/pictures');
const photo = join(root, 'tests/fixtures/photos/coffee.png');

const sizePx = 160;
const maxSizeBytes = 8 * 1024;
/** The same in every run, so that the pictures change only when a look or a prompt does. */
const seed = 7;
/** Where the cup stands, in parts of what is cut off at the sides. */
const cropRatio = 0.42;

/** The best WebP of the picture that is small enough. */
async function encodeWithin(picture: Sharp, quality = 88): Promise<Buffer> {
  const bytes = await picture.clone().webp({ quality, effort: 6, smartSubsample: true }).toBuffer();
  return bytes.length <= maxSizeBytes || quality <= 20 ? bytes : encodeWithin(picture, quality - 4);
}

async function illustrate(source: Buffer, prompt: string): Promise<Buffer> {
  const look = sharp(await applyLook({ bytes: source, prompt, strength: 1, seed }));
  const { width, height } = await look.metadata();
  const left = Math.round((width - height) * cropRatio);
  const square = look.extract({ left, top: 0, width: height, height }).resize(sizePx, sizePx);
  return encodeWithin(sharp(await square.png().toBuffer()));
}

/** Figma's panel shows them wider, and older than WebP. */
const panelSize = { width: 132, height: 100 };

const source = await readFile(photo);
await mkdir(target, { recursive: true });
for (const { picture, prompt } of builtInPresets) {
  if (!picture) continue;
  const bytes = await illustrate(source, prompt);
  await writeFile(join(target, picture), bytes);
  const forPanel = sharp(bytes).resize(panelSize).jpeg({ quality: 80, mozjpeg: true });
  await forPanel.toFile(join(panelTarget, picture.replace(/\.webp$/, '.jpg')));
}
