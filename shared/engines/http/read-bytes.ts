import { AppError } from '#shared/errors/app-error.ts';
import { joinBytes } from '#shared/images/join-bytes.ts';
import type { Bytes } from '#shared/ports.ts';

/**
 * The body of an answer, given up on as soon as it exceeds `maxBytes`.
 * Raises `unexpected-answer` when too large, `unreachable` when the connection breaks half-way.
 */
export async function readBytes(response: Response, maxBytes: number): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw new AppError('unreachable', `The connection broke: ${String(error)}`);
    });
    if (done) break;
    sizeBytes += value.byteLength;
    if (sizeBytes > maxBytes) {
      await reader.cancel();
      throw new AppError('unexpected-answer', `The answer is larger than ${maxBytes} bytes`);
    }
    chunks.push(value);
  }
  return joinBytes(chunks);
}
