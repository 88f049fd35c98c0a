import { fromBase64, toBase64 } from '#shared/connection/base64.ts';
import { readBytes } from '#shared/engines/http/read-bytes.ts';

/** More than any connection or setup has; a small text can unfold into a huge one. */
const maxBytes = 8 * 1024 * 1024;

/** A text made short: deflated, in base64. Workflows are long and repeat themselves. */
export async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return toBase64(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** The text again. Raises whatever the browser says of a damaged one, and `unexpected-answer` above 8 MB. */
export async function unpack(packed: string): Promise<string> {
  const stream = new Blob([fromBase64(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new TextDecoder().decode(await readBytes(new Response(stream), maxBytes));
}
