/** Every way Restyle can fail. Each has its words in `shared/i18n/en/errors.ts`. */
export const errorCodes = [
  'not-configured',
  'connection-changed',
  'unauthorized',
  'forbidden',
  'no-credit',
  'suspended',
  'deployment-not-found',
  'run-not-found',
  'invalid-input',
  'workflow-unmet',
  'rate-limited',
  'unreachable',
  'server-failed',
  'unexpected-answer',
  'network-blocked',
  'network-sign-in',
  'untrusted-connection',
  'timeout',
  'run-failed',
  'run-timeout',
  'cancelled',
  'no-output',
  'uncertain',
  'host-not-allowed',
  'picture-empty',
  'picture-not-a-picture',
  'picture-too-large',
  'picture-unavailable',
  'picture-private',
  'picture-too-slow',
  'picture-out-of-view',
  'picture-unsupported',
  'picture-lost',
  'page-left',
  'result-unreadable',
  'page-closed-to-extensions',
  'storage-full',
  'relay-off',
  'not-paired',
  'grant-used-up',
  'handoff-unreadable',
  'handoff-newer',
  'handoff-too-large',
  'handoff-too-often',
  'file-unreadable',
  'nothing-selected',
  'layer-not-exportable',
  'layer-gone',
  'link-gone',
  'unknown',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

const known: ReadonlySet<unknown> = new Set(errorCodes);

export function isErrorCode(value: unknown): value is ErrorCode {
  return known.has(value);
}

/** What codes are called now that jobs, or a relay of an earlier version, know by another name. */
const renamed: Readonly<Record<string, ErrorCode>> = { 'not-comfydeploy': 'unexpected-answer' };

/** A code as it was written down or sent by any version; `null` when none has ever had it. */
export function readErrorCode(value: unknown): ErrorCode | null {
  if (isErrorCode(value)) return value;
  return typeof value === 'string' && Object.hasOwn(renamed, value) ? (renamed[value] ?? null) : null;
}
