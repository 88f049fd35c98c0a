import { AppError } from '#shared/errors/app-error.ts';

/** Where a team wants to be told of its runs, and whether of every step too. */
export type Webhook = { url: string; everyStep: boolean };

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * A webhook address as a person types it; `null` when none is. ComfyDeploy takes any text for one and
 * says nothing of those it cannot call, so it is checked here: https, or http on this machine.
 * Raises `invalid-input`.
 */
export function parseWebhookUrl(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  const url = URL.parse(text);
  const isLocal = url?.protocol === 'http:' && loopbackHosts.has(url.hostname);
  if (!url || (url.protocol !== 'https:' && !isLocal)) {
    throw new AppError('invalid-input', 'The webhook address must begin with https://.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new AppError('invalid-input', 'The webhook address must not hold a name and password.');
  }
  return url.href;
}
