/** Forms of an HTTP date all begin with a weekday; `Date.parse` alone would read "5 apples" as one. */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i;

/**
 * How many milliseconds a server asks to be left alone: `retry-after-ms`, else `Retry-After` as
 * seconds or as a date (RFC 9110, 10.2.3). A date is held against the server's own clock where the
 * answer tells it. `null` when nothing readable is asked.
 */
export function retryAfterMs(headers: Headers, nowMs: number): number | null {
  const inMs = amount(headers.get('retry-after-ms'));
  if (inMs !== null) return inMs;
  const asked = headers.get('retry-after')?.trim() ?? '';
  const inSeconds = amount(asked);
  if (inSeconds !== null) return inSeconds * 1_000;
  if (!httpDate.test(asked)) return null;
  const serverNowMs = Date.parse(headers.get('date') ?? '');
  const leftMs = Date.parse(asked) - (Number.isNaN(serverNowMs) ? nowMs : serverNowMs);
  return Number.isNaN(leftMs) ? null : Math.max(0, leftMs);
}

function amount(text: string | null): number | null {
  return text !== null && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : null;
}
