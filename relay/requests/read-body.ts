import { AppError } from '#shared/errors/app-error.ts';
import { joinBytes } from '#shared/images/join-bytes.ts';
import type { Bytes } from '#shared/ports.ts';
import { words } from '../words.ts';

/** What a client sent, as a whole. Raises `invalid-input` as soon as it is more than `maxBytes`. */
async function readBody(request: Request, maxBytes: number): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { value, done } = await reader.read();
    if (done) break;
    sizeBytes += value.byteLength;
    chunks.push(value);
    if (sizeBytes <= maxBytes) continue;
    await reader.cancel();
    throw new AppError('invalid-input', words.bodyTooLarge(maxBytes), { status: 413 });
  }
  return joinBytes(chunks);
}

/** Raises `invalid-input` for what is no JSON. */
export async function readJson(
  request: Request,
  maxBytes: number,
): Promise<{ value: unknown; bytes: Bytes }> {
  const bytes = await readBody(request, maxBytes);
  try {
    return { value: JSON.parse(new TextDecoder().decode(bytes)), bytes };
  } catch {
    throw new AppError('invalid-input', words.notJson, { status: 400 });
  }
}

const maxFormBytes = 16 * 1024;

/** The fields of a form that a page of ours sends. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(new TextDecoder().decode(await readBody(request, maxFormBytes)));
}
