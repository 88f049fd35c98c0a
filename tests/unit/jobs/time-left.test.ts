import { expect, test } from 'vitest';
import type { RunProgress } from '#shared/jobs/job.ts';
import { secondsLeft } from '#shared/jobs/time-left.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';

const past = [10, 12, 60];
const startedMs = 1_000_000;

function left(progress: Partial<RunProgress>, elapsedSeconds = 0, seconds: readonly number[] = past) {
  const stage = {
    name: 'running',
    runId: 'run',
    progress: { state: 'running', progressRatio: null, queuePosition: null, ...progress },
  } as const;
  const job = jobIn(stage, { enteredAtMs: { running: startedMs } });
  return secondsLeft(job, seconds, startedMs + elapsedSeconds * 1_000);
}

test('is the usual time, less what is done of it', () => {
  expect(left({})).toBe(12);
  expect(left({ progressRatio: 0.75 })).toBe(3);
  expect(left({}, 5)).toBe(7);
});

test('is not known while it waits, before any run is learnt from, and when it takes longer than ever', () => {
  expect(left({ state: 'waiting' })).toBeNull();
  expect(left({}, 0, [])).toBeNull();
  expect(left({}, 13)).toBeNull();
  expect(left({ progressRatio: 1 })).toBeNull();
  expect(secondsLeft(jobIn({ name: 'created' }), past, 0)).toBeNull();
});
