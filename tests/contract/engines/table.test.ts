import { existsSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type EngineRun, engineIds, type RunState } from '#shared/engines/engine.ts';
import { mayHaveStarted } from '#shared/engines/start-outcome.ts';
import {
  endOf,
  failureOf,
  inputsFor,
  largePicture,
  looksAt,
  smallPicture,
  startRun,
} from './drive-engine.ts';
import { type Behaviour, behaviours, type EngineHarness, type OpenEngine } from './harness.ts';

const order: readonly RunState[] = ['waiting', 'starting', 'running', 'success'];

async function sizeOfResult({ engine }: OpenEngine, run: EngineRun): Promise<number> {
  if (!run.output) throw new Error(`No output in state ${run.state}`);
  const { width, height } = await sharp(await engine.fetchOutput(run.output)).metadata();
  return Math.min(width, height);
}

async function endsIn(open: OpenEngine, state: RunState): Promise<string> {
  const { runId } = await startRun(open.engine);
  expect((await endOf(open.engine, runId)).state).toBe(state);
  expect(await open.runsMade()).toBe(1);
  return runId;
}

/** What every engine does in each behaviour of its server, said once for all of them. */
const expectations: Record<Behaviour, (open: OpenEngine) => Promise<void>> = {
  async success(open) {
    expect(await open.engine.health()).toMatchObject({ state: 'up', error: null });
    expect(await open.runsMade()).toBe(0);
    const { runId } = await startRun(open.engine);
    const looks = await looksAt(open.engine, runId);
    const steps = looks.map(({ state }) => order.indexOf(state));
    expect(steps).toEqual([...steps].sort((one, other) => one - other));
    for (const { progressRatio } of looks) {
      expect(progressRatio ?? 0).toBeGreaterThanOrEqual(0);
      expect(progressRatio ?? 0).toBeLessThanOrEqual(1);
    }
    const end = looks.at(-1);
    if (!end) throw new Error('No look');
    expect(await sizeOfResult(open, end)).toBeGreaterThan(8);
    expect(await open.runsMade()).toBe(1);
  },

  async failed(open) {
    const runId = await endsIn(open, 'failed');
    expect(await open.engine.failureReason(runId)).toMatch(/\w{3}/);
  },

  /** Cancelling is a request: whatever it answers, the run's own state says what came of it. */
  async cancelled({ engine, runsMade }) {
    const { runId } = await startRun(engine);
    await engine.cancel(runId).catch(() => {});
    const end = await endOf(engine, runId);
    expect(end).toMatchObject({ state: 'cancelled', output: null });
    expect(await runsMade()).toBe(1);
  },

  async timeout(open) {
    await endsIn(open, 'timeout');
  },

  /** A run exists, its id never arrived: the error leaves that open, and the nonce finds it. */
  async 'lost-answer'(open) {
    const inputs = await inputsFor(open.engine, await smallPicture());
    const intent = { nonce: crypto.randomUUID(), sentAtMs: Date.now() };
    const lost = await failureOf(() => open.engine.start({ inputs, nonce: intent.nonce }));
    expect(mayHaveStarted(lost.code)).toBe(true);
    const seen = await open.engine.reconcile(intent);
    if (seen.state !== 'found') throw new Error(`The run is ${seen.state}`);
    expect((await endOf(open.engine, seen.runId)).state).toBe('success');
    expect(await open.runsMade()).toBe(1);
  },

  async 'no-outputs'(open) {
    const { runId } = await startRun(open.engine);
    expect((await endOf(open.engine, runId)).output).toBeNull();
  },

  /** The other outputs of these servers are a single pixel, or no picture. */
  async 'many-outputs'(open) {
    const { runId } = await startRun(open.engine);
    expect(await sizeOfResult(open, await endOf(open.engine, runId))).toBeGreaterThan(8);
  },

  async 'large-upload'(open) {
    const picture = await largePicture();
    expect(picture.byteLength).toBeGreaterThan(5 * 1024 * 1024);
    const { runId } = await startRun(open.engine, picture);
    expect(await sizeOfResult(open, await endOf(open.engine, runId))).toBeGreaterThan(8);
  },

  async 'bad-key'({ engine, runsMade }) {
    const { code } = await failureOf(() => startRun(engine));
    expect(code).toBe('unauthorized');
    expect(await engine.health()).toMatchObject({ state: 'refusing', error: { code } });
    expect(await runsMade()).toBe(0);
  },

  async down({ engine }) {
    expect(await failureOf(() => startRun(engine))).toMatchObject({ code: 'unreachable' });
    expect(await engine.health()).toMatchObject({ state: 'down', error: { code: 'unreachable' } });
  },

  /** A sign-in page, a captive portal, the wrong server. */
  async html({ engine }) {
    const { code } = await failureOf(() => startRun(engine));
    expect(['network-blocked', 'server-failed']).toContain(code);
    expect(await engine.health()).toMatchObject({ state: 'down', error: { code } });
  },

  /** The server takes its time; the person does not have to. */
  async slow({ engine, runsMade }) {
    const person = new AbortController();
    const reason = new Error('The person has left');
    setTimeout(() => person.abort(reason), 150);
    const sinceMs = performance.now();
    const whole = async () => {
      const { runId } = await startRun(engine, undefined, person.signal);
      await looksAt(engine, runId, person.signal);
    };
    await expect(whole()).rejects.toBe(reason);
    expect(performance.now() - sinceMs).toBeLessThan(5_000);
    expect(await runsMade()).toBeLessThanOrEqual(1);
  },
};

const here = new URL('.', import.meta.url);
const present = engineIds.filter((id) => existsSync(new URL(`${id}.harness.ts`, here)));

describe.each(present)('the engine %s', async (id) => {
  const { createHarness } = (await import(`./${id}.harness.ts`)) as { createHarness: () => EngineHarness };
  const harness = createHarness();
  const possible = behaviours.filter((behaviour) => harness.cannotBe[behaviour] === undefined);

  it.each(possible)('%s', async (behaviour) => {
    const open = await harness.open(behaviour);
    onTestFinished(() => open.close());
    await expectations[behaviour](open);
  });

  it('is excused from nothing without a reason', () => {
    expect(harness.id).toBe(id);
    for (const reason of Object.values(harness.cannotBe)) expect(reason).toMatch(/\w+ \w+/);
  });
});
