import { browser } from 'wxt/browser';
import { type FileAnswer, readFile } from '#shared/capture/read-file.ts';
import type { CaptureRoute, Refusal } from '#shared/capture/receipt.ts';
import { hostPatternOf } from '#shared/connection/host-pattern.ts';
import { isAppError } from '#shared/errors/app-error.ts';
import { sourceLimits } from '#shared/images/header.ts';
import { hostFetch } from '../../../platform/host-fetch.ts';
import { withReferrer } from './with-referrer.ts';

export type ExtensionAnswer = { route: CaptureRoute; file: FileAnswer };

type Request = {
  pageOrigin: string;
  isGood: (file: FileAnswer) => boolean;
  /** What led to a picture of this page before. */
  knownRoute: CaptureRoute | undefined;
};

/**
 * A file as the extension may read it. With the right that the click gave, plainly. Where the person has
 * allowed the host, also in the page's name, and last as who they are there: each only when it was needed,
 * here or on the same site before.
 */
export async function fetchByExtension(url: string, request: Request): Promise<ExtensionAnswer> {
  const { pageOrigin, isGood, knownRoute } = request;
  const plain = () => read(url, pageOrigin, { credentials: 'omit' });
  if (!(await isAllowed(url))) return { route: 'worker-fetch', file: await plain() };
  const asPage = (init: RequestInit) => withReferrer(url, pageOrigin, () => read(url, pageOrigin, init));
  const ways: readonly [CaptureRoute, () => Promise<FileAnswer>][] = [
    ['allowed-fetch', plain],
    ['referred-fetch', () => asPage({ credentials: 'omit' })],
    ['signed-in-fetch', () => asPage({ credentials: 'include' })],
  ];
  const answers: ExtensionAnswer[] = [];
  for (const [route, way] of ways.slice(
    Math.max(
      ways.findIndex(([each]) => each === knownRoute),
      0,
    ),
  )) {
    const file = await way();
    if (isGood(file)) return { route, file };
    answers.push({ route, file });
    if (!canBeHelped(file)) break;
  }
  return answers.find(({ file }) => file.ok) ?? answers[0] ?? { route: 'allowed-fetch', file: await plain() };
}

function isAllowed(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [hostPatternOf(url)] });
}

/** Saying who asks changes nothing where the file was too large or too slow, or is not to be asked for. */
function canBeHelped(file: FileAnswer): boolean {
  return file.ok || file.refusal === 'refused' || file.refusal === 'no-answer';
}

function read(url: string, pageOrigin: string, init: RequestInit): Promise<FileAnswer> {
  return readFile(url, {
    fetch: hostFetch,
    init: { ...init, referrerPolicy: 'no-referrer' },
    pageOrigin,
    maxBytes: sourceLimits.maxBytes,
    failure: refusalOf,
  });
}

function refusalOf(error: unknown): Refusal {
  return isAppError(error) && error.code === 'host-not-allowed' ? 'not-allowed' : 'no-answer';
}
