import { hostOf } from '#shared/engines/http/host-of.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { HttpFetch } from '#shared/ports.ts';

/**
 * The panel's `fetch`. Figma holds it to the manifest's `allowedDomains`, and the browser reports a
 * refusal like any broken connection, so the policy's own event tells them apart.
 * Raises `host-not-allowed`.
 */
export function createPluginFetch(): HttpFetch {
  const refusedHosts = new Set<string>();
  addEventListener('securitypolicyviolation', ({ blockedURI }) => refusedHosts.add(hostOf(blockedURI)));
  return async (url, init) => {
    try {
      return await fetch(url, init);
    } catch (error) {
      await eventsDelivered();
      const host = hostOf(url);
      if (refusedHosts.has(host))
        throw new AppError('host-not-allowed', `Figma keeps the plugin from ${host}`, { host });
      throw error;
    }
  };
}

function eventsDelivered(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
