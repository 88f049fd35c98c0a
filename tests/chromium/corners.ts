import sharp from 'sharp';

/** The colours at a picture's four corners, a few pixels in. */
export async function corners(bytes: Uint8Array): Promise<string> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const [right, bottom] = [info.width - 3, info.height - 3];
  const places = [
    [2, 2],
    [right, 2],
    [2, bottom],
    [right, bottom],
  ] as const;
  return places
    .map(([x, y]) => (y * info.width + x) * 4)
    .map((at) => letterOf(data.subarray(at, at + 4)))
    .join('');
}

/** Red, green, blue, white, transparent, or none of these. */
function letterOf(rgba: Uint8Array): string {
  const bits = [...rgba].map((value) => (value > 150 ? 1 : 0)).join('');
  return { '1001': 'R', '0101': 'G', '0011': 'B', '1111': 'W', '0000': '.' }[bits] ?? '?';
}
