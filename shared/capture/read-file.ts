import { mayReach } from '#shared/capture/address-safety.ts';
import { isWorthWaiting } from '#shared/capture/patience.ts';
import type { Refusal } from '#shared/capture/receipt.ts';
import { joinBytes } from '#shared/images/join-bytes.ts';
import type { Bytes, HttpFetch } from '#shared/ports.ts';

export type Refused = { ok: false; refusal: Refusal };
export type FileAnswer = { ok: true; bytes: Bytes } | Refused;
/** A file in the pieces it came in. */
export type PiecesAnswer = { ok: true; pieces: readonly Bytes[] } | Refused;

export type FileRequest = {
  fetch: HttpFetch;
  init: RequestInit;
  /** Of the page that shows the picture, as `location.origin` has it. */
  pageOrigin: string;
  maxBytes: number;
  /** What a request that got no answer at all means here. */
  failure: (error: unknown) => Refusal;
};

const lookEveryMs = 250;
/** Base64 needs four letters for three bytes. */
const lettersPerByte = 4 / 3;

/** Reads a file as long as it is small enough, fast enough, and where its page may look. Never rejects. */
export async function readFile(url: string, request: FileRequest): Promise<FileAnswer> {
  const answer = await readPieces(url, request);
  return answer.ok ? { ok: true, bytes: joinBytes(answer.pieces) } : answer;
}

/** The same for who can do without a copy in one piece. Never rejects. */
export async function readPieces(url: string, request: FileRequest): Promise<PiecesAnswer> {
  if (!mayReach(url, request.pageOrigin)) return refused('private');
  if (url.startsWith('data:') && url.length > request.maxBytes * lettersPerByte) return refused('too-large');
  const giveUp = new AbortController();
  const beganMs = performance.now();
  const received = { receivedBytes: 0, totalBytes: null as number | null };
  const timer = setInterval(() => {
    if (!isWorthWaiting({ ...received, elapsedMs: performance.now() - beganMs })) giveUp.abort();
  }, lookEveryMs);
  try {
    const response = await request.fetch(url, { ...request.init, signal: giveUp.signal });
    const refusal = refusalOf(response, request);
    if (refusal) giveUp.abort();
    return refusal ? refused(refusal) : await readBody(response, received, request.maxBytes);
  } catch (error) {
    return refused(giveUp.signal.aborted ? 'too-slow' : request.failure(error));
  } finally {
    clearInterval(timer);
  }
}

/** What the head of an answer already tells. */
function refusalOf(response: Response, { pageOrigin, maxBytes }: FileRequest): Refusal | null {
  // Where redirects have led.
  if (response.url !== '' && !mayReach(response.url, pageOrigin)) return 'private';
  if (!response.ok) return 'refused';
  return (totalBytesOf(response) ?? 0) > maxBytes ? 'too-large' : null;
}

type Received = { receivedBytes: number; totalBytes: number | null };

async function readBody(response: Response, received: Received, maxBytes: number): Promise<PiecesAnswer> {
  received.totalBytes = totalBytesOf(response);
  const pieces: Bytes[] = [];
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    received.receivedBytes += value.byteLength;
    if (received.receivedBytes > maxBytes) {
      void reader.cancel().catch(() => {});
      return refused('too-large');
    }
    pieces.push(value);
  }
  return { ok: true, pieces };
}

function totalBytesOf({ headers }: Response): number | null {
  const length = Number(headers.get('Content-Length') ?? Number.NaN);
  return Number.isFinite(length) ? length : null;
}

function refused(refusal: Refusal): Refused {
  return { ok: false, refusal };
}
