import { AppError } from '#shared/errors/app-error.ts';

/**
 * Reads numbers out of a file that may be cut short or lie about itself: a read outside the bytes
 * raises `picture-unsupported`, and nothing else can go wrong.
 */
export class ByteReader {
  readonly length: number;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u8(at: number): number {
    return this.#within(at, 1).getUint8(at);
  }

  u16be(at: number): number {
    return this.#within(at, 2).getUint16(at);
  }

  u16le(at: number): number {
    return this.#within(at, 2).getUint16(at, true);
  }

  u24le(at: number): number {
    return this.u16le(at) + this.u8(at + 2) * 0x1_0000;
  }

  u32be(at: number): number {
    return this.#within(at, 4).getUint32(at);
  }

  u32le(at: number): number {
    return this.#within(at, 4).getUint32(at, true);
  }

  i32le(at: number): number {
    return this.#within(at, 4).getInt32(at, true);
  }

  /** `length` bytes as Latin-1 text, for the four-letter names of chunks and boxes. */
  latin1(at: number, length: number): string {
    const view = this.#within(at, length);
    let text = '';
    for (let i = 0; i < length; i++) text += String.fromCharCode(view.getUint8(at + i));
    return text;
  }

  #within(at: number, length: number): DataView {
    if (at >= 0 && at + length <= this.length) return this.#view;
    throw new AppError('picture-unsupported', `cut short: byte ${at + length} of ${this.length} wanted`);
  }
}
