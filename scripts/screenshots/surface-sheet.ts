import sharp from 'sharp';
import { schemes } from './scene.ts';
import type { Surface, SurfaceShot } from './surfaces.ts';

const paddingPx = 24;
const gapPx = 8;
const betweenPx = 24;
const captionPx = 34;
const radiusPx = 8;
/** Light and dark shots both stand out from it, in a light document and in a dark one. */
const ground = '#d6d4cd';

type Placed = { input: Buffer; left: number; top: number };
type Pair = { pictures: Placed[]; widthPx: number; heightPx: number };

/** All states of a surface as one WebP, a pair of shots a state. `pathOf` says where a shot lies. */
export async function makeSheet(
  surface: Surface,
  pathOf: (scene: string, widthPx: number, scheme: string) => string,
): Promise<Buffer> {
  const pairs = await Promise.all(surface.shots.map((shot) => makePair(surface, shot, pathOf)));
  const pairWidthPx = 2 * surface.shotWidthPx + gapPx;
  const placed: Placed[] = [];
  let topPx = paddingPx;
  for (let at = 0; at < pairs.length; at += surface.pairsInRow) {
    const row = pairs.slice(at, at + surface.pairsInRow);
    for (const [column, { pictures }] of row.entries()) {
      const leftPx = paddingPx + column * (pairWidthPx + betweenPx);
      placed.push(...pictures.map((each) => ({ ...each, left: each.left + leftPx, top: each.top + topPx })));
    }
    topPx += Math.max(...row.map(({ heightPx }) => heightPx)) + betweenPx;
  }
  const columns = Math.min(surface.pairsInRow, pairs.length);
  const width = 2 * paddingPx + columns * pairWidthPx + (columns - 1) * betweenPx;
  const height = topPx - betweenPx + paddingPx;
  return sharp({ create: { width, height, channels: 3, background: ground } })
    .composite(placed)
    .webp({ quality: 74, effort: 6 })
    .toBuffer();
}

async function makePair(
  { shotWidthPx, mostHeightPx }: Surface,
  [state, scene, widthPx]: SurfaceShot,
  pathOf: (scene: string, widthPx: number, scheme: string) => string,
): Promise<Pair> {
  const shots = await Promise.all(
    schemes.map((scheme) => shrink(pathOf(scene, widthPx, scheme), { shotWidthPx, mostHeightPx })),
  );
  const pairWidthPx = 2 * shotWidthPx + gapPx;
  const caption = { input: captionOf(state, pairWidthPx), left: 0, top: 0 };
  const pictures = shots.map(({ data }, at) => ({
    input: data,
    left: at * (shotWidthPx + gapPx),
    top: captionPx,
  }));
  const heightPx = captionPx + Math.max(...shots.map(({ info }) => info.height));
  return { pictures: [caption, ...pictures], widthPx: pairWidthPx, heightPx };
}

/** As wide as its place, cut where it is longer, with round corners. */
async function shrink(path: string, size: { shotWidthPx: number; mostHeightPx: number }) {
  const whole = await sharp(path).metadata();
  const scale = size.shotWidthPx / (whole.width ?? 1);
  const height = Math.min(Math.round((whole.height ?? 1) * scale), size.mostHeightPx);
  const corners = Buffer.from(
    `<svg width="${size.shotWidthPx}" height="${height}"><rect width="100%" height="100%" rx="${radiusPx}"/></svg>`,
  );
  return sharp(path)
    .resize({ width: size.shotWidthPx, height, fit: 'cover', position: 'top' })
    .composite([{ input: corners, blend: 'dest-in' }])
    .png()
    .toBuffer({ resolveWithObject: true });
}

function captionOf(state: string, widthPx: number): Buffer {
  const words = state.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return Buffer.from(
    `<svg width="${widthPx}" height="${captionPx}"><text x="1" y="20" font-family="system-ui, DejaVu Sans, sans-serif" font-size="16" font-weight="600" fill="#1d1e1b">${words}</text></svg>`,
  );
}
