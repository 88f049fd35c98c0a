import { browser } from 'wxt/browser';
import { hostPatternOf } from '#shared/connection/host-pattern.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { HttpFetch } from '#shared/ports.ts';

/** `fetch` that says when it failed for want of a host permission rather than of a network. */
export const hostFetch: HttpFetch = async (url, init) => {
  try {
    return await fetch(url, init);
  } catch (error) {
    const aborted = init?.signal?.aborted ?? false;
    if (!aborted && !(await isHostAllowed(url))) {
      throw new AppError('host-not-allowed', `No permission for ${new URL(url).origin}`, {
        host: new URL(url).hostname,
      });
    }
    throw error;
  }
};

function isHostAllowed(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [hostPatternOf(url)] });
}
