/**
 * Renders the illustrations of the built-in presets: one photograph through each sample look of the
 * on-device engine. They show the idea of a preset and are labelled as illustrations in the panel.
 * Figma's panel draws them itself, of the same photograph, which it carries along small.
 * Run with `node scripts/pictures/preset-pictures.ts`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { applyLook } from '#shared/engines/on-device/apply-look.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { promptFor } from '#shared/presets/prompt.ts';

const root = join(import.meta.dirname, '../..');
const target = join(root, 'extension/public/presets');
const panelPhoto = join(root, 'figma-plugin/ui/sample-looks/photo.webp');
const photo = join(root, 'tests/fixtures/photos/coffee.png');

const sizePx = 160;
const maxSizeBytes = 7 * 1024;
/** The same in every run, so that the pictures change only when a look or a prompt does. */
const seed = 7;
/** The square around the cup. */
const square = { left: 84, top: 0, width: 400, height: 400 };
/** Drawn larger than shown, so that strokes and grain are as fine as on a photograph. */
const drawnPx = 480;

/** The best WebP of the picture that is small enough. */
async function encodeWithin(picture: Sharp, quality = 88): Promise<Buffer> {
  const bytes = await picture.clone().webp({ quality, effort: 6, smartSubsample: true }).toBuffer();
  return bytes.length <= maxSizeBytes || quality <= 20 ? bytes : encodeWithin(picture, quality - 4);
}

async function illustrate(photograph: Buffer, prompt: string): Promise<Buffer> {
  const { data, info } = await sharp(photograph)
    .extract(square)
    .resize(drawnPx, drawnPx)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = { data: new Uint8ClampedArray(data), widthPx: info.width, heightPx: info.height };
  const drawn = Buffer.from(applyLook(pixels, { prompt, strength: 1, seed }).data.buffer);
  const shown = sharp(drawn, { raw: { width: drawnPx, height: drawnPx, channels: 4 } });
  return encodeWithin(sharp(await shown.removeAlpha().resize(sizePx, sizePx).png().toBuffer()));
}

/** Twice as wide as the panel shows it, and in the panel's code, where every byte counts. */
const panelCut = { left: 84, top: 44, width: 400, height: 300 };
const panelSize = { width: 152, height: 114 };
const panelQuality = 50;

const source = await readFile(photo);
await mkdir(target, { recursive: true });
for (const preset of builtInPresets) {
  const { picture } = preset;
  if (!picture) continue;
  const bytes = await illustrate(source, promptFor(preset, ''));
  await writeFile(join(target, picture), bytes);
}
const forPanel = sharp(source).extract(panelCut).resize(panelSize);
await forPanel.webp({ quality: panelQuality, effort: 6 }).toFile(panelPhoto);
