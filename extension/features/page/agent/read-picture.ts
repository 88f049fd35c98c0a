import { readPieces } from '#shared/capture/read-file.ts';
import { isComplete } from '#shared/images/complete.ts';
import { joinBytes } from '#shared/images/join-bytes.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';
import type { Bytes } from '#shared/ports.ts';
import type { Read } from './outbox.ts';
import { pageOrigin } from './page-origin.ts';

const maxPictureBytes = 25 * 1024 * 1024;

/**
 * How the page may ask, in turn: from its own cache; afresh, where an earlier answer that was not shared
 * lies in the cache; as who the person is there.
 */
const ways: readonly RequestInit[] = [
  { cache: 'force-cache' },
  { cache: 'reload' },
  { credentials: 'include' },
];

/** The file behind an address as the page itself may read it: its own files, `data:`, `blob:`, or by CORS. */
export async function readPicture(url: string): Promise<Read> {
  const inits = /^https?:/.test(url) ? ways : ways.slice(0, 1);
  let answer: Read = { ok: false, refusal: 'not-shared' };
  for (const init of inits) {
    const file = await readPieces(url, {
      fetch: (address, asked) => fetch(address, asked),
      init,
      pageOrigin,
      maxBytes: maxPictureBytes,
      failure: () => 'not-shared',
    });
    if (file.ok && isCutShort(file.pieces)) return { ok: false, refusal: 'cut-short' };
    if (file.ok) return { ok: true, blob: new Blob([...file.pieces]) };
    answer = file;
    if (file.refusal !== 'not-shared' && file.refusal !== 'refused') break;
  }
  return answer;
}

/** Told here, for to hand such a file over would cost many times its size, and nothing comes of it. */
function isCutShort(pieces: readonly Bytes[]): boolean {
  const bytes = joinBytes(pieces);
  return !isComplete(bytes, sniffMimeType(bytes) ?? '');
}
