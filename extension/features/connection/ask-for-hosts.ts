import { browser } from 'wxt/browser';
import { AppError } from '#shared/errors/app-error.ts';

/**
 * Asks the browser for hosts. Call it as the first statement of a click's handler: after any wait the
 * browser no longer sees a person's click. Rejects with `host-not-allowed` when the answer is no.
 */
export async function askForHosts(hosts: () => string[]): Promise<void> {
  const origins = hosts();
  if (origins.length === 0 || (await browser.permissions.request({ origins }))) return;
  throw new AppError('host-not-allowed', 'The answer was no', { host: origins.map(bareHost).join(', ') });
}

function bareHost(pattern: string): string {
  return pattern.replace(/^.*:\/\//, '').replace(/\/\*$/, '');
}
