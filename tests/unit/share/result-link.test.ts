import { describe, expect, it } from 'vitest';
import type { EngineRun } from '#shared/engines/engine.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { canHaveLink, endOfLink, findResultLink } from '#shared/share/result-link.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';

const result = { key: 'sha256-result', mimeType: 'image/png', widthPx: 6, heightPx: 4 };
const figures = { queueSeconds: 1, runSeconds: 2, costUsd: 0.01 };
const done = jobIn({ name: 'done', runId: 'run-1', result, figures });
const at = (engine: typeof done.recipe.engine) => ({ ...done, recipe: { ...done.recipe, engine } });
const runWith = (output: EngineRun['output']): EngineRun => ({
  state: 'success',
  progressRatio: 1,
  queuePosition: null,
  output,
  runSeconds: 2,
  queueSeconds: 1,
  gpu: null,
  inputs: {},
});

describe('the end of an address', () => {
  it.each([
    ['https://b.example/a.png', null],
    ['https://b.example/a.png?X-Amz-Date=20261126T100000Z&X-Amz-Expires=3600', Date.UTC(2026, 10, 26, 11)],
    ['https://b.example/a.png?X-Amz-Expires=3600', null],
    ['https://b.example/a.png?X-Amz-Date=yesterday&X-Amz-Expires=3600', null],
    ['https://b.example/a.png?Expires=1800000000&Signature=x', 1_800_000_000_000],
    ['https://b.example/a.png?Expires=never', null],
  ])('%s', (url, endsAtMs) => {
    expect(endOfLink(url)).toBe(endsAtMs);
  });
});

describe('a link', () => {
  it('is there for what ComfyDeploy has made, and for nothing else', () => {
    const engines = ['comfydeploy', 'comfyui', 'predictions', 'on-device'] as const;
    expect(engines.filter((engine) => canHaveLink(at(engine)))).toEqual(['comfydeploy']);
    expect(canHaveLink(jobIn({ name: 'cancelled', runId: 'run-1' }))).toBe(false);
  });

  it('is gone with the run, or with its picture', async () => {
    const get = async () => runWith(null);
    await expect(findResultLink(done, { get })).rejects.toMatchObject({ code: 'link-gone' });
    const forget = async () => Promise.reject(new AppError('run-not-found', 'No such run', { status: 404 }));
    await expect(findResultLink(done, { get: forget })).rejects.toMatchObject({ code: 'link-gone' });
  });

  it('passes on what else is wrong', async () => {
    const get = async () => Promise.reject(new AppError('unauthorized', 'Revoked'));
    await expect(findResultLink(done, { get })).rejects.toMatchObject({ code: 'unauthorized' });
  });
});
