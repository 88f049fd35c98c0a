import { describe, expect, it } from 'vitest';
import { createComfyUiEngine } from '#shared/engines/comfyui/engine.ts';
import { parseWorkflow } from '#shared/engines/comfyui/workflow.ts';
import {
  canBeUsed,
  type EngineHealth,
  healthFromError,
  saysDown,
  seenSince,
  takeHealth,
} from '#shared/engines/health.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type ErrorCode, errorCodes } from '#shared/errors/codes.ts';
import { describeHealth } from '#shared/i18n/health-words.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { kontextFile } from '../../fixtures/kontext-workflow.ts';

const clock = createVirtualClock(1_000);
const health = (changes: Partial<EngineHealth>): EngineHealth => ({
  state: 'up',
  checkedAtMs: 1_000,
  answerMs: 200,
  waiting: null,
  error: null,
  ...changes,
});
const failing = (code: ErrorCode, status?: number) =>
  healthFromError(new AppError(code, 'x', { host: 'h', ...(status ? { status } : {}) }), 1_000);

describe('an engine’s health', () => {
  it.each([
    [0, 'up'],
    [2_900, 'up'],
    [3_000, 'slow'],
    [9_000, 'slow'],
  ])('that answers after %i ms is %s', async (tookMs, state) => {
    const call = async () => {
      clock.jump(tookMs);
      return { waiting: null };
    };
    expect(await takeHealth(call, { clock })).toMatchObject({ state, answerMs: tookMs });
  });

  it.each<[ErrorCode, number | undefined, string]>([
    ['rate-limited', 429, 'busy'],
    ['server-failed', 503, 'busy'],
    ['server-failed', 502, 'down'],
    ['unreachable', undefined, 'down'],
    ['network-blocked', 403, 'down'],
    ['untrusted-connection', undefined, 'down'],
    ['unauthorized', 401, 'refusing'],
    ['deployment-not-found', 404, 'refusing'],
    ['host-not-allowed', undefined, 'refusing'],
  ])('that fails with %s %s is %s', (code, status, state) => {
    const seen = failing(code, status);
    expect(seen).toMatchObject({ state, error: { code } });
    expect(canBeUsed(seen)).toBe(state === 'busy');
  });

  it('is down wherever an error says so, and never where a person is turned away', () => {
    for (const code of errorCodes) {
      if (saysDown({ code, detail: '' })) expect(failing(code).state).toBe('down');
    }
    for (const code of ['no-credit', 'unauthorized', 'run-failed', 'rate-limited'] as const) {
      expect(saysDown({ code, detail: '' })).toBe(false);
    }
  });

  it('passes on that the person has left', async () => {
    const reason = new Error('left');
    const call = async () => Promise.reject(new Error('aborted'));
    await expect(takeHealth(call, { clock, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('has lasted since it was first seen so', () => {
    const first = seenSince(null, health({ state: 'down', checkedAtMs: 1 }));
    expect(seenSince(first, health({ state: 'down', checkedAtMs: 9 }))).toEqual({
      state: 'down',
      sinceMs: 1,
    });
    expect(seenSince(first, health({ state: 'up', checkedAtMs: 9 }))).toEqual({ state: 'up', sinceMs: 9 });
  });
});

describe('ComfyUI', () => {
  const answering = (answer: Response) =>
    createComfyUiEngine({
      baseUrl: 'http://127.0.0.1:8188',
      apiKey: null,
      workflow: parseWorkflow(kontextFile),
      clock,
      fetch: async () => answer,
    }).health();

  it('tells how many wait', async () => {
    const queue = Response.json({ exec_info: { queue_remaining: 2 } });
    expect(await answering(queue)).toMatchObject({ state: 'busy', waiting: 2 });
  });

  it('is up without that too', async () => {
    expect(await answering(new Response('404: Not Found', { status: 404 }))).toMatchObject({ state: 'up' });
  });
});

describe('in words', () => {
  const minutesAgo = (minutes: number) => 1_000 - minutes * 60_000;
  it.each<[EngineHealth, number, string]>([
    [health({}), 1_000, 'Ready. It answered in 0.2 s.'],
    [health({ state: 'slow', answerMs: 4_240 }), 1_000, 'Slow. It took 4.2 s to answer.'],
    [health({ state: 'busy', waiting: 1 }), 1_000, 'Busy. 1 picture is waiting there.'],
    [failing('rate-limited'), 1_000, 'Busy. ComfyDeploy asks us to slow down.'],
    [failing('unauthorized'), 1_000, 'Turns us away. ComfyDeploy does not accept the key.'],
    [failing('unreachable'), 1_000, 'Down. The server cannot be reached.'],
    [failing('unreachable'), minutesAgo(7), 'Down for 7 minutes. The server cannot be reached.'],
    [failing('unreachable'), minutesAgo(200), 'Down for 3 hours. The server cannot be reached.'],
    [failing('network-blocked'), 1_000, 'Down. Your network answered instead of ComfyDeploy.'],
  ])('(%#)', (seen, sinceMs, words) => {
    expect(describeHealth(seen, 'comfydeploy', sinceMs)).toBe(words);
  });
});
