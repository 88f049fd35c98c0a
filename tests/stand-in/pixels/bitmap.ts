import { createPicture, type Picture } from './picture.ts';
import { fillPlane, valueAt } from './plane.ts';

/** From interleaved 8-bit RGB. */
export function fromPixels(pixels: Uint8Array, width: number, height: number): Picture {
  const channel = (offset: number) =>
    fillPlane(width, height, (index) => (pixels[index * 3 + offset] ?? 0) / 255);
  return createPicture(channel(0), channel(1), channel(2));
}

/** To interleaved 8-bit RGB; whatever lies outside 0..1 is clipped. */
export function toPixels(picture: Picture): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(picture.width * picture.height * 3);
  for (let index = 0; index < picture.width * picture.height; index++) {
    pixels[index * 3] = valueAt(picture.red, index) * 255;
    pixels[index * 3 + 1] = valueAt(picture.green, index) * 255;
    pixels[index * 3 + 2] = valueAt(picture.blue, index) * 255;
  }
  return pixels;
}
