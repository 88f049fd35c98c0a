/** As much of a picture as is copied; the workflow uses an eighth of it. */
const maxAreaPx = 8_000_000;
/** What has no size of its own, a vector drawing, is drawn so that the workflow has all it can use. */
const vectorSidePx = 1536;

type Size = { width: number; height: number };

/** A size of the same shape that is not more than can be copied at once. */
export function copySize({ width, height }: Size): Size {
  const scale = Math.min(1, Math.sqrt(maxAreaPx / Math.max(width * height, 1)));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The size to draw a vector picture in, by the shape it has on the page. */
export function vectorSize({ width, height }: Size): Size {
  const scale = Math.max(vectorSidePx / Math.max(width, height, 1), devicePixelRatio);
  return copySize({ width: width * scale, height: height * scale });
}

/** What is drawn, as PNG; `null` where nothing at all was. Rejects where the page may not see it either. */
export async function drawn(source: CanvasImageSource, { width, height }: Size): Promise<Blob | null> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(source, 0, 0, width, height);
  return isBlank(canvas) ? null : canvas.convertToBlob({ type: 'image/png' });
}

/** Every pixel fully transparent, looked at on a small copy: a WebGL canvas after its picture was shown. */
function isBlank(canvas: OffscreenCanvas): boolean {
  const side = 32;
  const context = new OffscreenCanvas(side, side).getContext('2d');
  context?.drawImage(canvas, 0, 0, side, side);
  const { data } = context?.getImageData(0, 0, side, side) ?? { data: [] };
  return data.every((value, index) => index % 4 !== 3 || value === 0);
}
