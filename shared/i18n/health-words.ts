import type { EngineId } from '#shared/engines/engine.ts';
import type { EngineHealth } from '#shared/engines/health.ts';
import { healthWords as words } from '#shared/i18n/en/health.ts';
import { errorWords } from '#shared/i18n/error-words.ts';

const minuteMs = 60_000;

/** How an engine is doing, in a sentence or two: the state, since when, and why. */
export function describeHealth(health: EngineHealth, engine: EngineId, sinceMs: number): string {
  const { state, answerMs, waiting, error, checkedAtMs } = health;
  if (engine === 'on-device' && state === 'up') return words.always;
  const why = error ? errorWords(error, { engine }).title : '';
  switch (state) {
    case 'up':
      return words.up(secondsOf(answerMs ?? 0));
    case 'slow':
      return words.slow(secondsOf(answerMs ?? 0));
    case 'busy':
      return waiting ? words.busy(waiting) : words.busyFor(why);
    case 'refusing':
      return words.refusing(why);
    case 'down': {
      const lastedMs = checkedAtMs - sinceMs;
      return lastedMs < minuteMs ? words.down(why) : words.downFor(durationOf(lastedMs), why);
    }
  }
}

function secondsOf(ms: number): string {
  return words.seconds(ms < 10_000 ? (Math.max(ms, 100) / 1_000).toFixed(1) : String(Math.round(ms / 1_000)));
}

function durationOf(ms: number): string {
  const minutes = Math.floor(ms / minuteMs);
  if (minutes < 60) return words.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? words.hours(hours) : words.days(Math.floor(hours / 24));
}
