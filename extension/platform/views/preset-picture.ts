import { presetLimits } from '#shared/presets/preset-limits.ts';

const sidePx = 112;
const qualities = [0.8, 0.6, 0.4, 0.2];

/** A picture cut square and made small enough to be synced with its preset; `null` when it cannot be read. */
export async function presetPictureOf(file: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return null;
  const canvas = drawSquare(bitmap);
  bitmap.close();
  for (const quality of qualities) {
    const url = canvas.toDataURL('image/webp', quality);
    if (url.length <= presetLimits.pictureUrl) return url;
  }
  return null;
}

function drawSquare(bitmap: ImageBitmap): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width: sidePx, height: sidePx });
  const cut = Math.min(bitmap.width, bitmap.height);
  const left = (bitmap.width - cut) / 2;
  const top = (bitmap.height - cut) / 2;
  canvas.getContext('2d')?.drawImage(bitmap, left, top, cut, cut, 0, 0, sidePx, sidePx);
  return canvas;
}

/** A preset's picture as a copy of it can keep it: that of a built-in one is a file of the app. */
export async function pictureToKeep(preset: { picture: string | null; builtIn: boolean }) {
  const url = presetPictureUrl(preset);
  return preset.builtIn && url ? presetPictureOf(await (await fetch(url)).blob()) : url;
}

/** Address of a preset's picture: the app's own file for a built-in one. */
export function presetPictureUrl({
  picture,
  builtIn,
}: {
  picture: string | null;
  builtIn: boolean;
}): string | null {
  return picture && builtIn ? `/presets/${picture}` : picture;
}
