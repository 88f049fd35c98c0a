import { describe, expect, it } from 'vitest';
import { parseFallbacks } from '#shared/connection/fallbacks.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { describeHandover } from '#shared/i18n/handover-words.ts';
import { canMove } from '#shared/jobs/can-move.ts';
import { automaticRecipe, otherEngines } from '#shared/jobs/failover.ts';
import type { Job, Stage } from '#shared/jobs/job.ts';
import { canHappen, transition } from '#shared/jobs/transitions.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { connectionOf } from '../../fakes/connections.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';

const connections = (['comfyui', 'comfydeploy', 'predictions', 'on-device'] as const).map(connectionOf);
const fallbacks = { comfydeploy: 'comfyui' } as const;
const down = { code: 'unreachable', detail: 'x' } as const;
const uploaded = { name: 'uploaded', pictureValue: 'p' } as const;

const failed = (retryFrom: Stage | null, code: ErrorCode = 'unreachable', changes: Partial<Job> = {}) =>
  jobIn({ name: 'failed', error: { code, detail: 'x' }, runId: null, retryFrom }, changes);

const preset: Preset = {
  version: 1,
  id: 'own',
  name: 'Mine',
  description: '',
  prompt: 'p',
  strength: 0.35,
  safe: null,
  folder: '',
  builtIn: false,
  picture: null,
};

const sent = { pictureValue: 'p', sentAtMs: 1, attempt: 1 };
const progress = { state: 'running', progressRatio: null, queuePosition: null } as const;

describe('a job may change hands', () => {
  it.each<[string, Job, boolean]>([
    ['before it began', failed({ name: 'created' }), true],
    ['while it was uploaded', failed({ name: 'uploading', inputKey: 'k', inputMimeType: 'image/png' }), true],
    ['after a refusal', failed(uploaded, 'no-credit'), true],
    ['not while it is sent', jobIn({ name: 'submitting', ...sent }), false],
    [
      'not while its run is looked for',
      jobIn({ name: 'reconciling', ...sent, misses: 0, lookedAtMs: 1 }),
      false,
    ],
    ['not while it runs', jobIn({ name: 'running', runId: 'r', progress }), false],
    ['not when that was in doubt', failed({ name: 'reconciling', ...sent, misses: 0, lookedAtMs: 1 }), false],
    ['not when its run could not be watched', failed({ name: 'running', runId: 'r', progress }), false],
    ['not for a fault of the picture', failed({ name: 'created' }, 'picture-unsupported'), false],
  ])('%s', (_, job, isAllowed) => {
    expect(canMove(job)).toBe(isAllowed);
    expect(canHappen(job, 'handed-over')).toBe(isAllowed);
    expect(otherEngines(job, connections).length > 0).toBe(isAllowed);
  });

  it('not when an answer was lost since it was begun, though the second request was refused', () => {
    const enteredAtMs = { created: 100, reconciling: 200 };
    expect(canMove(failed(uploaded, 'untrusted-connection', { enteredAtMs }))).toBe(false);
    const begunAgain = { created: 300, reconciling: 200 };
    expect(canMove(failed(uploaded, 'untrusted-connection', { enteredAtMs: begunAgain }))).toBe(true);
  });

  it('in the order of the person’s list, from its own engine on', () => {
    const others = otherEngines(failed({ name: 'created' }), connections);
    expect(others.map(({ engine }) => engine)).toEqual(['predictions', 'on-device', 'comfyui']);
  });
});

describe('by itself', () => {
  const rules = { connections, fallbacks };

  it('only from the engine and to the engine that the settings name', () => {
    expect(automaticRecipe(failed(uploaded), rules)).toMatchObject({ engine: 'comfyui' });
    expect(automaticRecipe(failed(uploaded), { connections, fallbacks: {} })).toBeNull();
    const unconnected = connections.filter(({ engine }) => engine !== 'comfyui');
    expect(automaticRecipe(failed(uploaded), { connections: unconnected, fallbacks })).toBeNull();
  });

  it.each(['unauthorized', 'no-credit', 'rate-limited', 'invalid-input', 'unknown'] as const)(
    'not for %s, which says nothing of an engine that is down',
    (code) => expect(automaticRecipe(failed(uploaded, code), rules)).toBeNull(),
  );

  it('not when the person has called it off, and not back to whom it came from', () => {
    expect(automaticRecipe(failed(uploaded, 'timeout', { cancelRequested: true }), rules)).toBeNull();
    const handover = { from: 'comfyui', error: down, isAutomatic: true, atMs: 1 } as const;
    expect(automaticRecipe(failed(uploaded, 'timeout', { handovers: [handover] }), rules)).toBeNull();
  });

  it('not in a comparison, which is about who makes what', () => {
    const job = failed(uploaded);
    const context = { ...job.context, comparisonId: 'c' };
    expect(automaticRecipe({ ...job, context }, rules)).toBeNull();
  });

  it('with the strength of a person’s own preset, where its own engine knew none', () => {
    const strength = { kind: 'number', id: 'strength', label: 'Strength', hint: '' } as const;
    const input = { ...strength, integer: false, defaultValue: 1, min: 0, max: 1, step: 0.01 };
    const comfyui = connectionOf('comfyui');
    const able = { ...comfyui, description: { ...comfyui.description, inputs: [input] } };
    const job = failed(uploaded);
    const recipe = { ...job.recipe, presetId: 'own', strength: null };
    const asked = { connections: [able], fallbacks, preset };
    expect(automaticRecipe({ ...job, recipe }, asked)).toMatchObject({ presetId: 'own', strength: 0.35 });
    const chosen = { ...recipe, strength: 0.6 };
    expect(automaticRecipe({ ...job, recipe: chosen }, asked)).toMatchObject({ strength: 0.6 });
  });

  it('writes down who had it, why, and that nobody was asked', () => {
    const before = failed(uploaded);
    const recipe = automaticRecipe(before, rules);
    if (!recipe) throw new Error('No recipe');
    const after = transition(before, { type: 'handed-over', recipe, nonce: 'n2', isAutomatic: true }, 9);
    expect(after).toMatchObject({
      nonce: 'n2',
      recipe: { engine: 'comfyui', sourceKey: before.recipe.sourceKey, prompt: before.recipe.prompt },
      stage: { name: 'created' },
      handovers: [{ from: 'comfydeploy', error: down, isAutomatic: true, atMs: 9 }],
      enteredAtMs: { created: 9 },
    });
    expect(describeHandover(after)).toBe('ComfyDeploy did not answer, so your ComfyUI takes over.');
    const result = { key: 'k', mimeType: 'image/png', widthPx: 1, heightPx: 1 };
    const figures = { queueSeconds: null, runSeconds: null, costUsd: null };
    const done = { ...after, stage: { name: 'done', runId: 'r', result, figures } as const };
    expect(describeHandover(done)).toBe('ComfyDeploy did not answer, so your ComfyUI made it.');
    expect(describeHandover(before)).toBeNull();
  });
});

it('reads stored choices as far as they name connected engines; a sample look takes over from none', () => {
  const stored = {
    comfydeploy: 'comfyui',
    comfyui: 'on-device',
    predictions: 'predictions',
    gone: 'comfyui',
  };
  expect(parseFallbacks(stored, connections)).toEqual({ comfydeploy: 'comfyui' });
  expect(parseFallbacks(stored, [connectionOf('comfyui')])).toEqual({});
  expect(parseFallbacks('rubbish', connections)).toEqual({});
});
