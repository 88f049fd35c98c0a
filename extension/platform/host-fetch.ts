import { browser } from 'wxt/browser';
import { hostPatternOf } from '#shared/connection/host-pattern.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { HttpFetch } from '#shared/ports.ts';

/** A `fetch` that says when it failed for want of a host permission rather than of a network. */
export function sayingWhy(send: HttpFetch): HttpFetch {
  return async (url, init) => {
    try {
      return await send(url, init);
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
}

export const hostFetch = sayingWhy((url, init) => fetch(url, init));

function isHostAllowed(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [hostPatternOf(url)] });
}
