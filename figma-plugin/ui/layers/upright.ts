import type { Bytes } from '#shared/ports.ts';
import type { LayerPicture } from '../../bridge/messages.ts';

/** Rounding at the slanting edges would leave half-transparent pixels there: they are cut away. */
const edgePx = 1.5;

/**
 * A layer's picture in the layer's own coordinates. Figma draws a turned, flipped or skewed layer as
 * it lies on the canvas, with empty corners; the engine sees better upright, and the result is
 * turned again by the layer it is placed in.
 */
export async function uprightPicture(picture: LayerPicture): Promise<Bytes> {
  const { bytes, scale, place } = picture;
  if (liesUpright(picture)) return bytes;
  const drawn = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(sidePx(place.widthPx * scale), sidePx(place.heightPx * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gives no canvas');
  context.imageSmoothingQuality = 'high';
  context.setTransform(pictureToLayer(picture, canvas));
  context.drawImage(drawn, 0, 0);
  drawn.close();
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}

function liesUpright({ isUpright, place: { transform } }: LayerPicture): boolean {
  if (isUpright) return true;
  const [[a, c], [b, d]] = transform;
  return a === 1 && b === 0 && c === 0 && d === 1;
}

/** Read from the last line up: picture pixels, the canvas of the document, the layer, our canvas. */
function pictureToLayer(
  { scale, box, place }: LayerPicture,
  size: { width: number; height: number },
): DOMMatrix {
  const [[a, c, e], [b, d, f]] = place.transform;
  return new DOMMatrix()
    .translate(-edgePx, -edgePx)
    .scale((size.width + 2 * edgePx) / place.widthPx, (size.height + 2 * edgePx) / place.heightPx)
    .multiply(new DOMMatrix([a, b, c, d, e, f]).inverse())
    .translate(box.xPx, box.yPx)
    .scale(1 / scale);
}

function sidePx(exact: number): number {
  return Math.max(1, Math.round(exact));
}
