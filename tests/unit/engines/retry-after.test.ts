import { expect, it } from 'vitest';
import { retryAfterMs } from '#shared/engines/http/retry-after.ts';

const nowMs = Date.UTC(2026, 10, 1, 12);

it.each<[Record<string, string>, number | null]>([
  [{ 'retry-after': '3' }, 3_000],
  [{ 'retry-after': ' 2.5 ' }, 2_500],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': '9', 'retry-after-ms': '250' }, 250],
  [{ 'retry-after-ms': 'soon', 'retry-after': '1' }, 1_000],
  [{ 'retry-after': 'Sun, 01 Nov 2026 12:00:07 GMT' }, 7_000],
  [{ 'retry-after': 'Sunday, 01-Nov-26 12:00:07 GMT' }, 7_000],
  [{ 'retry-after': 'Sun, 01 Nov 2026 11:00:00 GMT' }, 0],
  [{ 'retry-after': 'Sun, 01 Nov 2026 18:00:04 GMT', date: 'Sun, 01 Nov 2026 18:00:00 GMT' }, 4_000],
  [{ 'retry-after': 'soon' }, null],
  [{ 'retry-after': '5 apples' }, null],
  [{ 'retry-after': '-5' }, null],
  [{ 'retry-after': '' }, null],
  [{}, null],
])('reads %j', (headers, askedMs) => expect(retryAfterMs(new Headers(headers), nowMs)).toBe(askedMs));
