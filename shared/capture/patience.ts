const lookAfterMs = 3_500;
const longestMs = 20_000;

export type Progress = {
  receivedBytes: number;
  /** What the server said the file has; `null` where it did not. */
  totalBytes: number | null;
  elapsedMs: number;
};

/**
 * Whether a file is worth waiting for. For three and a half seconds always; then only one whose end is known and near at
 * the rate so far. Endless files, and ones that come byte by byte, are given up in time.
 */
export function isWorthWaiting({ receivedBytes, totalBytes, elapsedMs }: Progress): boolean {
  if (elapsedMs < lookAfterMs) return true;
  if (totalBytes === null || receivedBytes === 0) return false;
  return (elapsedMs * totalBytes) / receivedBytes <= longestMs;
}
