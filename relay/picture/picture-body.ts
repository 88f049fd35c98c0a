import { AppError } from '#shared/errors/app-error.ts';
import { joinBytes } from '#shared/images/join-bytes.ts';
import type { Bytes } from '#shared/ports.ts';
import { words } from '../words.ts';

export const maxPictureBytes = 50 * 1024 * 1024;

type ByteReader = ReadableStreamDefaultReader<Bytes>;

/** The first bytes of a stream (at least `minBytes`, unless it ends before), with the reader for the rest. */
export type OpenedBody = { head: Bytes; reader: ByteReader };

export async function openBody(body: ReadableStream<Bytes>, minBytes: number): Promise<OpenedBody> {
  const reader = body.getReader();
  let head: Bytes = new Uint8Array(0);
  while (head.length < minBytes) {
    const { value, done } = await reader.read();
    if (done) break;
    head = joinBytes([head, value]);
  }
  return { head, reader };
}

/**
 * The opened stream as one again, in flat memory. Breaks off past `maxBytes`: by then the answer's head
 * is gone, and a cut connection is the only way left to say so.
 */
export function cappedBody({ head, reader }: OpenedBody, maxBytes: number): ReadableStream<Uint8Array> {
  let sentBytes = head.length;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(head),
      async pull(controller) {
        const { value, done } = await reader.read();
        if (done) return controller.close();
        sentBytes += value.length;
        if (sentBytes <= maxBytes) return controller.enqueue(value);
        controller.error(pictureTooLarge());
        await reader.cancel();
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

export function pictureTooLarge(): AppError {
  const megabytes = maxPictureBytes / 1024 / 1024;
  return new AppError('picture-too-large', words.pictureTooLarge(megabytes), { status: 413 });
}
