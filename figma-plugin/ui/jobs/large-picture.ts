import type { ImageCodec, RectPx, RenderPlan } from '#shared/images/codec.ts';
import type { SizePx } from '#shared/images/fit.ts';
import type { Bytes, StoredBlob } from '#shared/ports.ts';
import { maxSidePx } from '../../bridge/figma-limits.ts';
import type { Tile } from '../../bridge/placing.ts';

const photographQuality = 0.95;

/**
 * What Figma can take of a picture. Under tiles lies a smaller copy of the whole: a zoomed canvas
 * leaves hairlines between them, and through those it is seen.
 */
export type Fitted = { bytes: Bytes; tiles: Tile[] };

/** A picture within Figma's limits: as it is, made smaller, or cut into tiles that keep every pixel. */
export async function fitForFigma(
  blob: StoredBlob,
  size: SizePx,
  { codec, isTiled }: { codec: ImageCodec; isTiled: boolean },
): Promise<Fitted> {
  const { bytes, mimeType } = blob;
  if (!isTooLarge(size)) return { bytes, tiles: [] };
  const smaller = await codec.render(bytes, mimeType, { ...withinLimits(size), ...encodingOf(mimeType) });
  return { bytes: smaller, tiles: isTiled ? await cutTiles(blob, size, codec) : [] };
}

export function isTooLarge({ widthPx, heightPx }: SizePx): boolean {
  return Math.max(widthPx, heightPx) > maxSidePx;
}

/** The fewest equal parts that Figma takes, in reading order: each pixel is in exactly one of them. */
export function planTiles({ widthPx, heightPx }: SizePx): RectPx[] {
  const [columns, rows] = [cuts(widthPx), cuts(heightPx)];
  return rows.flatMap(({ from: yPx, length: tilePx }) =>
    columns.map(({ from: xPx, length }) => ({ xPx, yPx, widthPx: length, heightPx: tilePx })),
  );
}

function cuts(sidePx: number): { from: number; length: number }[] {
  const count = Math.ceil(sidePx / maxSidePx);
  const at = (index: number) => Math.round((index * sidePx) / count);
  return Array.from({ length: count }, (_, index) => ({
    from: at(index),
    length: at(index + 1) - at(index),
  }));
}

/** One after the other: each holds a canvas of up to 16 megapixels. */
async function cutTiles({ bytes, mimeType }: StoredBlob, size: SizePx, codec: ImageCodec): Promise<Tile[]> {
  const tiles: Tile[] = [];
  for (const crop of planTiles(size)) {
    const { xPx, yPx, widthPx, heightPx } = crop;
    tiles.push({
      bytes: await codec.render(bytes, mimeType, { crop, widthPx, heightPx, ...encodingOf(mimeType) }),
      left: xPx / size.widthPx,
      top: yPx / size.heightPx,
      right: (xPx + widthPx) / size.widthPx,
      bottom: (yPx + heightPx) / size.heightPx,
    });
  }
  return tiles;
}

/** What came as a photograph stays one: as PNG its tiles would weigh ten times as much. */
function encodingOf(mimeType: string): Pick<RenderPlan, 'mimeType' | 'quality'> {
  return mimeType === 'image/jpeg'
    ? { mimeType: 'image/jpeg', quality: photographQuality }
    : { mimeType: 'image/png' };
}

function withinLimits({ widthPx, heightPx }: SizePx): SizePx {
  const ratio = maxSidePx / Math.max(widthPx, heightPx);
  const shrunk = (px: number) => Math.max(1, Math.floor(px * ratio));
  return { widthPx: shrunk(widthPx), heightPx: shrunk(heightPx) };
}
