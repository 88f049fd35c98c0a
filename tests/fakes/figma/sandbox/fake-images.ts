import type { Image } from '@figma/plugin-typings/plugin-api-standalone';

const maxSide = 4096;

/** The images of a file, under the rules of `createImage`. */
export class FakeImages {
  private readonly images = new Map<string, Uint8Array>();

  create(bytes: unknown): Image {
    if (!(bytes instanceof Uint8Array))
      throw new Error('in createImage: Expected argument to have type Uint8Array');
    const size = sizeOf(bytes);
    if (!size) throw new Error('in createImage: Image type is unsupported');
    if (size.width > maxSide || size.height > maxSide) throw new Error('in createImage: Image is too large');
    if (size.width < 1 || size.height < 1) throw new Error('in createImage: Image is too small');
    const known = [...this.images].find(([, other]) => isSame(other, bytes))?.[0];
    const hash = known ?? `${this.images.size + 1}`.padStart(40, '0');
    this.images.set(hash, bytes.slice());
    return this.image(hash);
  }

  byHash(hash: string): Image | null {
    return this.images.has(hash) ? this.image(hash) : null;
  }

  private image(hash: string): Image {
    return {
      hash,
      getBytesAsync: async () => this.bytes(hash).slice(),
      getSizeAsync: async () => this.size(hash),
    };
  }

  size(hash: unknown): { width: number; height: number } {
    return sizeOf(this.bytes(hash)) ?? { width: 0, height: 0 };
  }

  has(hash: unknown): boolean {
    return typeof hash === 'string' && this.images.has(hash);
  }

  bytes(hash: unknown): Uint8Array {
    const bytes = typeof hash === 'string' ? this.images.get(hash) : undefined;
    if (!bytes) throw new Error(`There is no image ${String(hash)}`);
    return bytes;
  }
}

/** Figma names images by what is in them. */
function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]))
    return { width: view.getUint32(16), height: view.getUint32(20) };
  if (startsWith(bytes, [0x47, 0x49, 0x46]))
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  return startsWith(bytes, [0xff, 0xd8, 0xff]) ? jpegSize(view) : null;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length > 24 && start.every((byte, index) => bytes[index] === byte);
}

/** Walks the segments to the start of frame (ITU T.81, B.1.1.3). */
function jpegSize(view: DataView): { width: number; height: number } | null {
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}
