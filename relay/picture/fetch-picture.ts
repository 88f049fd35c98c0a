import { isRedirect } from '#shared/engines/http/redirect.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { HttpFetch } from '#shared/ports.ts';
import { inBrackets, isAbort, networkCode } from '../upstream/upstream-error.ts';
import { words } from '../words.ts';
import { cappedBody, maxPictureBytes, openBody, pictureTooLarge } from './picture-body.ts';
import { rasterType, signatureBytes } from './raster-type.ts';

/** Fetches one allowed address, without key and cookies, and answers it only if it is a picture. */
export async function fetchPicture(url: URL, fetch: HttpFetch, signal: AbortSignal): Promise<Response> {
  const headers = { Accept: 'image/*', 'Accept-Encoding': 'identity' };
  const answer = await fetch(url.href, { headers, signal, redirect: 'manual' }).catch((error: unknown) => {
    throw toPictureError(error);
  });
  const refusal = refusalOf(answer);
  if (!refusal && answer.body) return pictureAnswer(answer, answer.body);
  await answer.body?.cancel();
  throw refusal ?? notAPicture();
}

export function toPictureError(error: unknown): AppError {
  if (isAbort(error)) return new AppError('cancelled', words.clientLeft, { status: 499 });
  const detail = words.pictureSilent(inBrackets(networkCode(error)));
  return new AppError('picture-unavailable', detail, { status: 502 });
}

/** What the head of the answer alone tells against it. */
function refusalOf(answer: Response): AppError | null {
  if (isRedirect(answer)) return unavailable(502, words.pictureRedirected);
  if (answer.status >= 500) return unavailable(502, words.pictureHostFailed(answer.status));
  if (answer.status !== 200) return unavailable(404, words.pictureMissing(answer.status));
  if (!answer.headers.get('content-type')?.startsWith('image/')) return notAPicture();
  return Number(answer.headers.get('content-length')) > maxPictureBytes ? pictureTooLarge() : null;
}

/** The type is told by the bytes: what the host says of them is checked, not passed on. */
async function pictureAnswer(answer: Response, body: NonNullable<Response['body']>): Promise<Response> {
  const opened = await openBody(body, signatureBytes).catch((error: unknown) => {
    throw toPictureError(error);
  });
  const type = rasterType(opened.head);
  if (!type) {
    await opened.reader.cancel();
    throw notAPicture();
  }
  const headers = new Headers({ 'Content-Type': type });
  const length = answer.headers.get('content-length');
  if (length && !answer.headers.has('content-encoding')) headers.set('Content-Length', length);
  return new Response(cappedBody(opened, maxPictureBytes), { headers });
}

function unavailable(status: number, detail: string): AppError {
  return new AppError('picture-unavailable', detail, { status });
}

function notAPicture(): AppError {
  return new AppError('picture-not-a-picture', words.notAPicture, { status: 502 });
}
