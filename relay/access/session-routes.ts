import type { DeviceBook } from '../members/device-book.ts';
import { seeOther } from '../pages/page.ts';
import { pageOrigin } from '../requests/own-origin.ts';
import { readForm } from '../requests/read-body.ts';
import type { OpenRoute } from '../routes/route.ts';
import { endSession, isFromOwnPage, type SessionOwner, startSession } from './session.ts';

type SignedInPage = {
  /** Of the page; signing in and out have theirs below it. */
  path: '/admin' | '/studio';
  /** What a person pastes to get in. */
  field: string;
  signInPage(status: number, notice?: string): Response;
  /** What is said of a text that lets nobody in. */
  failed: string;
  ownerFor(text: string): Promise<SessionOwner | null>;
  /** Answers in place of the page where there is none; asked before a code is used up. */
  unready?(): Promise<Response | null>;
};

/** Signing a browser in and out of a page of ours, by forms that no other site can send. */
export function sessionRoutes(
  page: SignedInPage,
  { devices, publicUrl }: { devices: DeviceBook; publicUrl: string | undefined },
): OpenRoute[] {
  const { path, signInPage } = page;
  return [
    {
      method: 'POST',
      pattern: `${path}/sign-in`,
      access: 'open',
      async handle({ request, url }) {
        if (!isFromOwnPage(request, url)) return signInPage(403);
        const unready = await page.unready?.();
        if (unready) return unready;
        const owner = await page.ownerFor((await readForm(request)).get(page.field)?.trim() ?? '');
        if (!owner) return signInPage(401, page.failed);
        const origins = [url.origin, pageOrigin(request, url, publicUrl)];
        return seeOther(path, await startSession(owner, devices, origins));
      },
    },
    {
      method: 'POST',
      pattern: `${path}/sign-out`,
      access: 'open',
      handle: async ({ request, url }) =>
        isFromOwnPage(request, url) ? seeOther(path, await endSession(request, devices)) : signInPage(403),
    },
  ];
}
