import { AppError } from '#shared/errors/app-error.ts';
import type { EncodableMimeType, ImageCodec, RectPx, RenderPlan } from '#shared/images/codec.ts';
import type { SizePx } from '#shared/images/fit.ts';
import { createScaledDecoder, type ScaledDecoder, type ScaledFrame } from '#shared/images/scaled-decoder.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';
import type { Bytes } from '#shared/ports.ts';

/** Longest side of the copy that transparency is looked for on. */
const alphaCopyPx = 512;

/**
 * The browser's own codecs, as found in a service worker, a page and Figma's UI iframe. Cutting and
 * scaling are left to `createImageBitmap`, whose filter is better than `drawImage`'s in Firefox; both
 * it and the canvas turn colours into sRGB. Bitmaps are closed at once: each holds four bytes a pixel.
 * A large JPEG is not decoded whole where the browser can do that.
 */
export function createCanvasCodec(): ImageCodec {
  const decodeScaled = createScaledDecoder();
  return {
    render: (bytes, mimeType, plan) => render(bytes, mimeType, plan, decodeScaled),
    transparentRatio,
    withAlphaOf,
  };
}

async function render(
  bytes: Bytes,
  mimeType: string,
  plan: RenderPlan,
  decodeScaled: ScaledDecoder,
): Promise<Bytes> {
  const { crop, frame, mimeType: target, quality } = plan;
  const context = createContext(frame ?? plan);
  const background = plan.background ?? (target === 'image/jpeg' ? '#ffffff' : null);
  // A JPEG covers all of it.
  if (background && mimeType !== 'image/jpeg') fill(context, background);
  const scaled = crop ? null : await decodeScaled(bytes, plan);
  const decoded = scaled ?? asShown(await decode(bytes, mimeType, { crop, size: plan }));
  if (frame) drawEdges(context, decoded, plan);
  drawAndClose(context, decoded, plan);
  return encode(context, target, quality);
}

async function transparentRatio(bytes: Bytes, mimeType: string): Promise<number> {
  const whole = await decode(bytes, mimeType);
  const size = {
    widthPx: Math.min(whole.width, alphaCopyPx),
    heightPx: Math.min(whole.height, alphaCopyPx),
  };
  const copy = await createImageBitmap(whole, scaledTo(size)).finally(() => whole.close());
  const context = createContext(size);
  drawAndClose(context, asShown(copy), size);
  return ratioBelowOpaque(context.getImageData(0, 0, size.widthPx, size.heightPx).data);
}

async function withAlphaOf(picture: Bytes, alphaSource: Bytes, alphaMimeType: string): Promise<Bytes> {
  const bitmap = await decode(picture, sniffMimeType(picture) ?? '');
  const size = { widthPx: bitmap.width, heightPx: bitmap.height };
  const context = createContext(size);
  drawAndClose(context, asShown(bitmap), size);
  // Keeps of the picture what the next one covers, by as much as it does.
  context.globalCompositeOperation = 'destination-in';
  drawAndClose(context, asShown(await decode(alphaSource, alphaMimeType, { size })), size);
  return encode(context, 'image/png');
}

type Cut = { crop?: RectPx | undefined; size?: SizePx };

async function decode(bytes: Bytes, mimeType: string, { crop, size }: Cut = {}): Promise<ImageBitmap> {
  const blob = new Blob([bytes], { type: mimeType });
  const options = { imageOrientation: 'from-image', ...(size && scaledTo(size)) } as const;
  try {
    if (!crop) return await createImageBitmap(blob, options);
    return await createImageBitmap(blob, crop.xPx, crop.yPx, crop.widthPx, crop.heightPx, options);
  } catch (error) {
    throw new AppError('picture-unsupported', `${mimeType} of ${bytes.length} bytes: ${String(error)}`);
  }
}

function scaledTo({ widthPx, heightPx }: SizePx) {
  return { resizeWidth: widthPx, resizeHeight: heightPx, resizeQuality: 'high' } as const;
}

/** In memory and not on the GPU: the pixels are read back at once. */
function createContext({ widthPx, heightPx }: SizePx): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d', { willReadFrequently: true });
  if (context) return context;
  throw new AppError('unknown', `no canvas of ${widthPx} x ${heightPx} px`);
}

function fill(context: OffscreenCanvasRenderingContext2D, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
}

type Decoded = ScaledFrame | { frame: ImageBitmap; shown: SizePx };

function asShown(frame: ImageBitmap): Decoded {
  return { frame, shown: { widthPx: frame.width, heightPx: frame.height } };
}

/** In the middle, which is everywhere for a picture of the canvas's own size. */
function drawAndClose(context: OffscreenCanvasRenderingContext2D, decoded: Decoded, size: SizePx): void {
  context.imageSmoothingQuality = 'high';
  context.drawImage(decoded.frame, ...areaOf(decoded), ...middleOf(context, size));
  decoded.frame.close();
}

/** Stretched over all of the canvas, the picture continues its own edges by a few percent. */
function drawEdges(context: OffscreenCanvasRenderingContext2D, decoded: Decoded, size: SizePx): void {
  const { width, height } = context.canvas;
  if (size.widthPx === width && size.heightPx === height) return;
  const edges = new Path2D();
  edges.rect(0, 0, width, height);
  edges.rect(...middleOf(context, size));
  context.save();
  // What is covered afterwards need not be drawn.
  context.clip(edges, 'evenodd');
  context.drawImage(decoded.frame, ...areaOf(decoded), 0, 0, width, height);
  context.restore();
}

type Area = [x: number, y: number, width: number, height: number];

function middleOf({ canvas }: OffscreenCanvasRenderingContext2D, { widthPx, heightPx }: SizePx): Area {
  const [x, y] = [Math.floor((canvas.width - widthPx) / 2), Math.floor((canvas.height - heightPx) / 2)];
  return [x, y, widthPx, heightPx];
}

function areaOf({ shown }: Decoded): Area {
  return [0, 0, shown.widthPx, shown.heightPx];
}

async function encode(
  { canvas }: OffscreenCanvasRenderingContext2D,
  type: EncodableMimeType,
  quality?: number,
): Promise<Bytes> {
  const blob = await canvas.convertToBlob({ type, ...(quality !== undefined && { quality }) });
  return new Uint8Array(await blob.arrayBuffer());
}

function ratioBelowOpaque(rgba: Uint8ClampedArray): number {
  let count = 0;
  for (let i = 3; i < rgba.length; i += 4) if (rgba[i] !== 255) count++;
  return count / (rgba.length / 4);
}
