import { expect, it } from 'vitest';
import type { Job, Stage } from '#shared/jobs/job.ts';
import { pastRunSeconds } from '#shared/jobs/past-runs.ts';
import { createMemoryJournal } from '#shared/storage/memory.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';

const done = (runSeconds: number): Stage => ({
  name: 'done',
  runId: 'r',
  result: { key: 'k', mimeType: 'image/png', widthPx: 1, heightPx: 1 },
  figures: { queueSeconds: 0, runSeconds, costUsd: null },
});

function made(id: string, runSeconds: number, doneAtMs: number, changes: Partial<Job> = {}): Job {
  return jobIn(done(runSeconds), { id, enteredAtMs: { done: doneAtMs }, ...changes });
}

it('finds unfinished jobs among any number of others', async () => {
  const journal = createMemoryJournal();
  await journal.put(made('a', 1, 1));
  await journal.put(
    jobIn(
      {
        name: 'running',
        runId: 'r',
        progress: { state: 'running', progressRatio: null, queuePosition: null },
      },
      { id: 'b' },
    ),
  );
  await journal.put(jobIn({ name: 'cancelled', runId: null }, { id: 'c' }));
  expect((await journal.listUnfinished()).map(({ id }) => id)).toEqual(['b']);
});

it('learns from the newest runs of the same deployment, the newest last', async () => {
  const journal = createMemoryJournal();
  const other = { ...jobIn(done(1)).recipe, deploymentId: 'another' };
  for (let at = 0; at < 30; at++) await journal.put(made(`own-${at}`, at, at));
  await journal.put(made('other', 99, 100, { recipe: other }));
  await journal.put(made('served', 98, 101, { servedFrom: { jobId: 'own-1', endedAtMs: 1 } }));
  const seconds = await pastRunSeconds(journal, jobIn({ name: 'created' }));
  expect(seconds).toEqual(Array.from({ length: 20 }, (_, index) => index + 10));
});
