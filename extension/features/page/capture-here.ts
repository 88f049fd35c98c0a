import { AppError, isAppError } from '#shared/errors/app-error.ts';
import { recallSite, rememberSite } from './capture/site-memory.ts';
import { type Capture, capturePicture } from './capture.ts';
import type { Click } from './click.ts';
import type { Entered } from './enter-page.ts';

/** Reads the picture, and keeps in mind what led to it on this site. */
export async function captureHere({ agent, facts }: Entered, { jobId, wish }: Click): Promise<Capture> {
  const site = { ...(await recallSite(facts.pageOrigin)), ...wish };
  const capture = await capturePicture(agent, { jobId, facts, site });
  await rememberSite(facts.pageOrigin, { ...wish, route: capture.receipt.route });
  return capture;
}

/** Where a page is closed to us nobody knows where it is: that an address is nearer than it is no reason then. */
const saidOfPages = ['picture-unavailable', 'picture-private'];

/** Of a page that is closed to us, the host is still worth asking for: its file may be read without the page. */
export function whyNot({ isOpen }: Entered, error: unknown): unknown {
  const canBeAsked = isAppError(error) && !saidOfPages.includes(error.code);
  return isOpen || canBeAsked
    ? error
    : new AppError('page-closed-to-extensions', 'The page cannot be entered');
}
