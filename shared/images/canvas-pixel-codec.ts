import { AppError } from '#shared/errors/app-error.ts';
import type { SizePx } from '#shared/images/fit.ts';
import type { PixelCodec, Pixels } from '#shared/images/pixel-codec.ts';
import type { Bytes } from '#shared/ports.ts';

/** The browser's own codecs, as found in a service worker, a page and Figma's UI iframe. */
export function createCanvasPixelCodec(): PixelCodec {
  return { decode, encode };
}

async function decode(bytes: Bytes, mimeType: string): Promise<Pixels> {
  const bitmap = await toBitmap(bytes, mimeType);
  const { width: widthPx, height: heightPx } = bitmap;
  const context = createContext({ widthPx, heightPx });
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { data: context.getImageData(0, 0, widthPx, heightPx).data, widthPx, heightPx };
}

async function encode({ data, widthPx, heightPx }: Pixels): Promise<Bytes> {
  const context = createContext({ widthPx, heightPx });
  context.putImageData(new ImageData(data, widthPx, heightPx), 0, 0);
  const blob = await context.canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}

async function toBitmap(bytes: Bytes, mimeType: string): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([bytes], { type: mimeType }), { imageOrientation: 'from-image' });
  } catch (error) {
    throw new AppError('picture-unsupported', `${mimeType} of ${bytes.length} bytes: ${String(error)}`);
  }
}

/** In memory and not on the GPU: the pixels are read back at once. */
function createContext({ widthPx, heightPx }: SizePx): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d', { willReadFrequently: true });
  if (context) return context;
  throw new AppError('unknown', `no canvas of ${widthPx} x ${heightPx} px`);
}
