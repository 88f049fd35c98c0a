import { AppError, isAppError } from '#shared/errors/app-error.ts';
import { recallSite, rememberSite } from './capture/site-memory.ts';
import { type Capture, capturePicture } from './capture.ts';
import type { Click } from './click.ts';
import type { Entered } from './enter-page.ts';

/** Reads the picture, and keeps in mind what led to it on this site. Raises `page-left` where nobody is there to see more of it. */
export async function captureHere(page: Entered, { jobId, wish }: Click): Promise<Capture> {
  const { agent, facts } = page;
  const site = { ...(await recallSite(facts.pageOrigin)), ...wish };
  const capturing = capturePicture(agent, { jobId, facts, site });
  const capture = await capturing.finally(() => forbidLeft(page, jobId));
  // A disk without room for this may still have room for the picture, and says so better by it.
  await rememberSite(facts.pageOrigin, { ...wish, route: capture.receipt.route }).catch(() => {});
  return capture;
}

/** A tab that was closed or went on says nothing more: that tells better than any way that did not lead to the picture. */
async function forbidLeft({ agent, isOpen }: Entered, jobId: string): Promise<void> {
  if (isOpen && (await agent.reveal(jobId)) === null) {
    throw new AppError('page-left', 'The page was left while its picture was read');
  }
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
