import type { HttpFetch } from '#shared/ports.ts';

/** Below the time after which an answer counts as lost. */
const maxWaitSeconds = 25;

export type Preference = {
  /** Without a query. */
  startUrl: string;
  /** 0 for an answer at once. */
  waitSeconds: number;
};

/**
 * A fetch that tells the server, where a run is started, how long it may hold its answer (RFC 7240).
 * Not at all is Replicate's default but not every server's, so it is said: an answer that is long on
 * its way is one that can be lost.
 */
export function preferring(fetch: HttpFetch, { startUrl, waitSeconds }: Preference): HttpFetch {
  const seconds = Math.min(Math.round(waitSeconds), maxWaitSeconds);
  const prefer = seconds > 0 ? `wait=${seconds}` : 'respond-async';
  return (url, init = {}) => {
    if (init.method !== 'POST' || url.split('?')[0] !== startUrl) return fetch(url, init);
    const headers = new Headers(init.headers);
    headers.set('Prefer', prefer);
    return fetch(url, { ...init, headers });
  };
}
