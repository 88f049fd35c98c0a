import { browser } from 'wxt/browser';
import { AppError } from '#shared/errors/app-error.ts';
import type { HttpFetch } from '#shared/ports.ts';

/** `fetch` that says when it failed for want of a host permission rather than of a network. */
export const hostFetch: HttpFetch = async (url, init) => {
  try {
    return await fetch(url, init);
  } catch (error) {
    const aborted = init?.signal?.aborted ?? false;
    if (!aborted && !(await isHostAllowed(url))) {
      throw new AppError('host-not-allowed', `No permission for ${url.slice(0, 200)}`, {
        host: new URL(url).hostname,
      });
    }
    throw error;
  }
};

/** Match pattern of an address's host. Ports are no part of a match pattern. */
export function hostPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

function isHostAllowed(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [hostPattern(url)] });
}
