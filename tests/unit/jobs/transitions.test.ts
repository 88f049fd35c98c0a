import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFinished } from '#shared/jobs/job.ts';
import { canHappen, type JobEvent, runIdOf, transition } from '#shared/jobs/transitions.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';

const error = { code: 'unreachable', detail: 'no network' } as const;
const figures = { queueSeconds: 1, runSeconds: 2, costUsd: 0.001 };
const output = { url: 'https://storage/out.webp', fileName: 'out.webp' };
const result = { key: 'sha256-r', mimeType: 'image/png', widthPx: 10, heightPx: 10 };

const events: JobEvent[] = [
  { type: 'preparing' },
  {
    type: 'uploading',
    inputKey: 'sha256-i',
    inputMimeType: 'image/jpeg',
    transparentRatio: 0,
    sizeBytes: 9,
    reservedUsd: 0.007,
  },
  { type: 'sent', ratio: 0.5 },
  { type: 'uploaded', pictureValue: 'https://storage/in.jpg', serverAheadMs: 500 },
  { type: 'submitting' },
  { type: 'answer-lost' },
  { type: 'run-missed' },
  { type: 'run-known', runId: 'run-1' },
  { type: 'twins-found', runId: 'run-1', twinRunIds: ['run-2'] },
  { type: 'progressed', progress: { state: 'running', progressRatio: 0.5, queuePosition: null } },
  { type: 'run-succeeded', output, figures },
  { type: 'collected', result },
  { type: 'troubled', trouble: error },
  { type: 'failed', error, retryFrom: null },
  { type: 'cancel-requested' },
  { type: 'cancelled' },
  { type: 'retried' },
];

/** Any history that the rules allow. */
const histories = fc.array(fc.nat(), { maxLength: 60 }).map((choices) => {
  let job = jobIn({ name: 'created' });
  const history = [job];
  for (const choice of choices) {
    const possible = events.filter(({ type }) => canHappen(job, type));
    const event = possible[choice % possible.length];
    if (!event) break;
    job = transition(job, event, job.updatedAtMs + 1);
    history.push(job);
  }
  return history;
});

describe('transition', () => {
  it('sends the paid request only from a stage where nothing is in flight', () => {
    fc.assert(
      fc.property(histories, (history) => {
        history.forEach((job, index) => {
          const before = history[index - 1];
          if (job.stage.name !== 'submitting' || before?.stage.name === 'submitting') return;
          expect(['uploaded', 'reconciling', 'failed']).toContain(before?.stage.name);
        });
      }),
    );
  });

  it('never loses a known run before the job is begun afresh', () => {
    fc.assert(
      fc.property(histories, (history) => {
        history.forEach((job, index) => {
          const before = history[index - 1];
          if (!before || runIdOf(before.stage) === null || job.stage.name === 'created') return;
          const isContinued = before.stage.name === 'failed' && !isFinished(job);
          if (!isContinued) expect(runIdOf(job.stage)).toBe(runIdOf(before.stage));
        });
      }),
    );
  });

  it('refuses what cannot happen and changes nothing of the job it was given', () => {
    const job = Object.freeze(jobIn({ name: 'created' }));
    expect(() => transition(job, { type: 'collected', result }, 1)).toThrow('cannot happen');
    expect(transition(job, { type: 'preparing' }, 1)).not.toBe(job);
    expect(job.stage.name).toBe('created');
  });

  it('counts attempts over a lost answer and remembers when each stage was entered', () => {
    let job = jobIn({ name: 'uploaded', pictureValue: 'p' });
    const happen = (event: JobEvent, nowMs: number) => {
      job = transition(job, event, nowMs);
    };
    happen({ type: 'submitting' }, 100);
    happen({ type: 'answer-lost' }, 200);
    happen({ type: 'run-missed' }, 300);
    expect(job.stage).toMatchObject({
      name: 'reconciling',
      attempt: 1,
      misses: 1,
      sentAtMs: 100,
      lookedAtMs: 300,
    });
    happen({ type: 'submitting' }, 400);
    expect(job.stage).toMatchObject({ name: 'submitting', attempt: 2, sentAtMs: 100, pictureValue: 'p' });
    expect(job.enteredAtMs).toMatchObject({ reconciling: 200, submitting: 400 });
  });
});
