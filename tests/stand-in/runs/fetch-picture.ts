import sharp from 'sharp';
import type { ResolvedInputs } from '../workflow/resolve-inputs.ts';

/** Hosts that a container in a data centre cannot reach: the person's own machine and network. */
const privateHost = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|\[|0\.0\.0\.0)/;

/** Long, so that a busy machine does not decide what a test sees. */
const patienceMs = 60_000;

function isReachable(url: URL, storageUrl: string): boolean {
  return url.origin === storageUrl || !privateHost.test(url.host);
}

async function download(value: unknown, storageUrl: string, signal: AbortSignal): Promise<Uint8Array> {
  const text = String(value);
  const inline = /^data:image\/(?:png|jpe?g);base64,(.*)$/s.exec(text)?.[1];
  if (inline !== undefined) return Buffer.from(inline, 'base64');
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || !isReachable(url, storageUrl)) throw new Error('unreachable');
  const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]) });
  const bytes = new Uint8Array(await response.arrayBuffer());
  // The node opens what it got whatever the status; bytes that are no picture end in the fallback.
  await sharp(bytes).metadata();
  return bytes;
}

/**
 * The external image node: tries the input, and on any trouble at all goes on with the workflow's
 * default picture without a word (reference: external_image.py of the node pack).
 */
export async function fetchPicture(
  inputs: ResolvedInputs,
  storageUrl: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  try {
    return await download(inputs.pictureUrl, storageUrl, signal);
  } catch {
    return download(inputs.defaultPictureUrl, storageUrl, signal);
  }
}
