/**
 * Whether a document has no origin of its own, as a policy or a frame can have it: our frames inherit that,
 * and with it cannot be ours any more. Files on disk have none either, but no such trouble.
 */
export function isSandboxed(): boolean {
  return origin === 'null' && location.protocol !== 'file:';
}
