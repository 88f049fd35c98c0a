import { readBytes } from '#shared/engines/http/read-bytes.ts';
import { AppError, toErrorData } from '#shared/errors/app-error.ts';
import { sourceLimits } from '#shared/images/header.ts';
import type { Bytes, HttpFetch } from '#shared/ports.ts';

/** A large picture over a slow line takes its time; a server that says nothing for so long will not. */
const patienceMs = 120_000;

/**
 * The bytes at an address that a person has given, asked for without cookies or referrer. Raises
 * `picture-unavailable` for any answer but 2xx and for none, `picture-too-large`, other codes as `fetch` raises
 * them, and the reason of `signal`.
 */
export async function pictureAt(address: string, fetch: HttpFetch, signal?: AbortSignal): Promise<Bytes> {
  const patience = AbortSignal.timeout(patienceMs);
  const either = signal ? AbortSignal.any([signal, patience]) : patience;
  const asked = { credentials: 'omit', referrerPolicy: 'no-referrer', signal: either } as const;
  try {
    const response = await fetch(address, asked);
    if (!response.ok) throw new AppError('picture-unavailable', `HTTP ${response.status}`);
    return await readBytes(response, sourceLimits.maxBytes);
  } catch (error) {
    throw signal?.aborted ? signal.reason : ofThePicture(error);
  }
}

/** What is said of servers in general, said of a picture. */
function ofThePicture(error: unknown): unknown {
  const { code, detail } = toErrorData(error);
  if (code === 'unexpected-answer') return new AppError('picture-too-large', detail);
  const isUnanswered = code === 'unreachable' || code === 'unknown' || code === 'cancelled';
  return isUnanswered ? new AppError('picture-unavailable', detail) : error;
}

const mostAddresses = 200;

/** Every web address in a text, each once, as many as anybody means at a time. */
export function addressesIn(text: string): string[] {
  const addresses = text.split(/\s+/).flatMap((word) => {
    const url = /^https?:/i.test(word) ? URL.parse(word) : null;
    return url ? [url.href] : [];
  });
  return [...new Set(addresses)].slice(0, mostAddresses);
}

/** What a picture is called by its address: the last part of it, else its host. */
export function nameAt(address: string): string {
  const { pathname, hostname } = new URL(address);
  const last = pathname.split('/').at(-1) || hostname;
  try {
    return decodeURIComponent(last).slice(0, 80);
  } catch {
    return last.slice(0, 80);
  }
}
