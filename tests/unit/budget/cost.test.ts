import { describe, expect, it } from 'vitest';
import { costWords } from '#shared/budget/cost-words.ts';
import { estimateRun } from '#shared/budget/estimate.ts';
import type { RunFigures } from '#shared/jobs/job.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';

const figures: RunFigures = { queueSeconds: 1, runSeconds: 12, costUsd: 0.0072 };
const doneIn = (runSeconds: number, gpu: string) =>
  jobIn({
    name: 'done',
    runId: 'r',
    result: { key: 'k', mimeType: 'image/png', widthPx: 1, heightPx: 1 },
    figures: { ...figures, runSeconds, gpu },
  });

describe('costWords', () => {
  it.each<[Partial<RunFigures>, string | null]>([
    [{}, 'at least $0.007'],
    [{ startCostUsd: 0.0102 }, 'at least $0.007 and $0.010 for the GPU to start'],
    [{ startCostUsd: 0.0001 }, 'at least $0.007'],
    [{ startCostUsd: null }, 'at least $0.007'],
    [{ costUsd: null, startCostUsd: 1 }, null],
    [{ costUsd: 0.0004 }, 'under $0.001'],
  ])('says of %j: %s', (change, words) => {
    expect(costWords({ ...figures, ...change })).toBe(words);
  });
});

describe('estimateRun', () => {
  const past = [doneIn(10, 'L40S'), doneIn(12, 'L40S'), doneIn(14, 'L40S'), doneIn(40, 'T4')];

  it('goes by runs on the GPU asked for, once there are any', () => {
    expect(estimateRun(past, 0.001, 'T4')).toEqual({ seconds: 40, costUsd: 0.04 });
    expect(estimateRun(past, 0.001, 'H100').seconds).toBe(14);
    expect(estimateRun(past, 0.001).seconds).toBe(14);
  });

  it('has no price where there is none', () => {
    expect(estimateRun([], null)).toEqual({ seconds: 12, costUsd: null });
  });
});
