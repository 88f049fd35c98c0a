import type { UploadPicture } from '#shared/engines/engine.ts';
import { readBytes } from '#shared/engines/http/read-bytes.ts';
import { isRedirect } from '#shared/engines/http/redirect.ts';
import { bytesOfDataUrl, isDataUrl } from '#shared/engines/predictions/data-url.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';
import type { Bytes } from '#shared/ports.ts';
import { toPictureError } from '../picture/fetch-picture.ts';
import { defaultLimits, type RelayConfig } from '../relay-config.ts';
import { words } from '../words.ts';

const maxRedirects = 3;

type Reach = Pick<RelayConfig, 'publicFetch' | 'isPrivateHost'>;

/** `waitMs`: how long a stranger's server may take for all of it, redirects included. */
type Bounds = { maxBytes: number; waitMs: number };

const usualBounds: Bounds = { maxBytes: defaultLimits.predictionPictureBytes, waitMs: 30_000 };

/**
 * The picture of a prediction: a data URL, or an https address that is fetched from the public internet only.
 * Raises `picture-...`, `host-not-allowed` and `invalid-input`.
 */
export async function readInputPicture(
  text: string,
  reach: Reach,
  signal: AbortSignal,
  given: Partial<Bounds> = {},
): Promise<UploadPicture> {
  const bounds = { ...usualBounds, ...given };
  const bytes = isDataUrl(text)
    ? fromDataUrl(text, bounds.maxBytes)
    : await fetchInTime(text, reach, signal, bounds);
  const mimeType = sniffMimeType(bytes);
  if (mimeType === 'image/png') return { bytes, mimeType, fileName: 'input.png' };
  if (mimeType === 'image/jpeg') return { bytes, mimeType, fileName: 'input.jpg' };
  throw new AppError('picture-unsupported', words.inputNotAPicture, { status: 422 });
}

function fromDataUrl(text: string, maxBytes: number): Bytes {
  // Three bytes are four letters.
  if (text.length > (maxBytes / 3) * 4 + 100) throw tooLarge(maxBytes);
  try {
    return bytesOfDataUrl(text);
  } catch {
    throw new AppError('picture-unsupported', words.dataUrlBroken, { status: 422 });
  }
}

function fetchInTime(address: string, reach: Reach, signal: AbortSignal, bounds: Bounds): Promise<Bytes> {
  const { maxBytes, waitMs } = bounds;
  return fetchPublic(address, reach, AbortSignal.any([signal, AbortSignal.timeout(waitMs)]), maxBytes);
}

/** Every hop is looked at anew: a public address may lead on to a private one. */
async function fetchPublic(
  address: string,
  reach: Reach,
  signal: AbortSignal,
  maxBytes: number,
): Promise<Bytes> {
  let url = URL.parse(address);
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    if (!url) throw new AppError('invalid-input', words.inputAddressBroken, { status: 422 });
    await refusePrivate(url, reach);
    const answer = await fetchOnce(url, reach, signal);
    if (!isRedirect(answer)) return pictureBytes(answer, maxBytes);
    await answer.body?.cancel();
    url = URL.parse(answer.headers.get('location') ?? '', url);
  }
  throw unavailable(words.inputRedirects);
}

/** Private addresses are not told apart from names that do not exist: nobody learns what is in here. */
async function refusePrivate(url: URL, { isPrivateHost }: Reach): Promise<void> {
  const isAllowed =
    url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  const isPrivate = isAllowed && isPrivateHost && (await isPrivateHost(url.hostname).catch(() => true));
  if (isAllowed && !isPrivate) return;
  throw new AppError('host-not-allowed', words.inputHostRefused(url.hostname), { status: 422 });
}

/** Without key and cookies. */
function fetchOnce(url: URL, { publicFetch }: Reach, signal: AbortSignal): Promise<Response> {
  const headers = { Accept: 'image/png, image/jpeg', 'Accept-Encoding': 'identity' };
  return publicFetch(url.href, { headers, signal, redirect: 'manual' }).catch((error: unknown) => {
    // What ends it by the signal says only that it was ended, not whether by the caller or by the time.
    throw toPictureError(signal.aborted ? signal.reason : error);
  });
}

async function pictureBytes(answer: Response, maxBytes: number): Promise<Bytes> {
  if (answer.status !== 200) {
    await answer.body?.cancel();
    throw unavailable(words.pictureMissing(answer.status));
  }
  if (Number(answer.headers.get('content-length')) > maxBytes) {
    await answer.body?.cancel();
    throw tooLarge(maxBytes);
  }
  return readBytes(answer, maxBytes).catch(() => {
    throw unavailable(words.inputUnreadable(maxBytes / 1024 / 1024));
  });
}

function unavailable(detail: string): AppError {
  return new AppError('picture-unavailable', detail, { status: 422 });
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('picture-too-large', words.pictureTooLarge(maxBytes / 1024 / 1024), {
    status: 413,
  });
}
