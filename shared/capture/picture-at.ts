import { readBytes } from '#shared/engines/http/read-bytes.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { sourceLimits } from '#shared/images/header.ts';
import type { Bytes, HttpFetch } from '#shared/ports.ts';

/**
 * The bytes at an address that a person has given, asked for without cookies or referrer. Raises
 * `picture-unavailable` for any answer but 2xx, `picture-too-large`, and what `fetch` raises.
 */
export async function pictureAt(address: string, fetch: HttpFetch): Promise<Bytes> {
  const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new AppError('picture-unavailable', `HTTP ${response.status}`);
  return readBytes(response, sourceLimits.maxBytes);
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
