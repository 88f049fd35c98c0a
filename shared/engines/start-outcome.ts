import type { ErrorCode } from '#shared/errors/codes.ts';

/** Refusals: the server answered, in its own words, that no run was made. Everything else is open. */
const refusals: ReadonlySet<ErrorCode> = new Set([
  'not-configured',
  'connection-changed',
  'unauthorized',
  'forbidden',
  'no-credit',
  'suspended',
  'deployment-not-found',
  'invalid-input',
  'workflow-unmet',
  'rate-limited',
  // Before a byte of the request was let through.
  'network-sign-in',
  'untrusted-connection',
  'host-not-allowed',
  'picture-lost',
  'picture-unsupported',
  'picture-not-a-picture',
  'picture-too-large',
  'picture-empty',
  'not-paired',
  'grant-used-up',
]);

/** Whether a paid request that failed with this code may have started a run all the same. */
export function mayHaveStarted(code: ErrorCode): boolean {
  return !refusals.has(code);
}
