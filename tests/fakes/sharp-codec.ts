import sharp, { type Sharp } from 'sharp';
import { AppError } from '#shared/errors/app-error.ts';
import type { ImageCodec, RectPx, RenderPlan } from '#shared/images/codec.ts';
import type { SizePx } from '#shared/images/fit.ts';
import type { Bytes } from '#shared/ports.ts';

/** A real codec for tests in Node, which decodes, turns and refuses as browsers do. */
export function createSharpCodec(): ImageCodec {
  return { render, transparentRatio, withAlphaOf };
}

async function render(bytes: Bytes, mimeType: string, plan: RenderPlan): Promise<Bytes> {
  const { widthPx, heightPx, crop, frame } = plan;
  const background = plan.background ?? (plan.mimeType === 'image/jpeg' ? '#ffffff' : null);
  let picture = upright(bytes, mimeType);
  if (crop) picture = picture.extract(region(crop));
  picture = picture.resize(widthPx, heightPx, { fit: 'fill' });
  if (frame) picture = await inFrame(picture, frame);
  if (background) picture = picture.flatten({ background });
  const quality = Math.round((plan.quality ?? 0.92) * 100);
  const encoder = plan.mimeType === 'image/jpeg' ? picture.jpeg({ quality }) : picture.png();
  return decoded(encoder.toBuffer());
}

/** Centred over itself, stretched to the frame. */
async function inFrame(picture: Sharp, { widthPx, heightPx }: SizePx): Promise<Sharp> {
  const png = Buffer.from(await decoded(picture.png().toBuffer()));
  return sharp(png)
    .resize(widthPx, heightPx, { fit: 'fill' })
    .composite([{ input: png, gravity: 'centre' }]);
}

async function transparentRatio(bytes: Bytes, mimeType: string): Promise<number> {
  const small = upright(bytes, mimeType).resize(512, 512, { fit: 'inside', withoutEnlargement: true });
  const alpha = await decoded(small.ensureAlpha().extractChannel('alpha').raw().toBuffer());
  return alpha.filter((value) => value < 255).length / alpha.length;
}

async function withAlphaOf(picture: Bytes, alphaSource: Bytes, alphaMimeType: string): Promise<Bytes> {
  const { width, height } = await sharp(picture).metadata();
  const mask = await decoded(
    upright(alphaSource, alphaMimeType).resize(width, height, { fit: 'fill' }).ensureAlpha().png().toBuffer(),
  );
  const composed = sharp(picture)
    .ensureAlpha()
    .composite([{ input: Buffer.from(mask), blend: 'dest-in' }]);
  return decoded(composed.png().toBuffer());
}

/** Browsers obey no orientation of a WebP, sharp would. */
function upright(bytes: Bytes, mimeType: string): Sharp {
  const picture = sharp(bytes);
  return mimeType === 'image/webp' ? picture : picture.autoOrient();
}

function region({ xPx, yPx, widthPx, heightPx }: RectPx) {
  return { left: xPx, top: yPx, width: widthPx, height: heightPx };
}

/** Sharp decodes while it writes, so this is where a broken picture shows. */
async function decoded(output: Promise<Buffer>): Promise<Bytes> {
  try {
    return new Uint8Array(await output);
  } catch (error) {
    throw new AppError('picture-unsupported', String(error));
  }
}
