import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EngineId } from '#shared/engines/engine.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import { automaticRecipe, otherEngines } from '#shared/jobs/failover.ts';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import { moveRecipe, newRecipe } from '#shared/jobs/new-recipe.ts';
import { createJobRunner } from '#shared/jobs/runner.ts';
import { systemIds } from '#shared/platform.ts';
import { createMemoryBlobStore, createMemoryJournal } from '#shared/storage/memory.ts';
import { rounds } from '../../campaign.ts';
import { smallPicture } from '../../contract/engines/drive-engine.ts';
import { connectionOf } from '../../fakes/connections.ts';
import { createDiceyEngine, type Dice, type DiceyEngine } from '../../fakes/dicey-engine.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';

const names: readonly EngineId[] = ['comfydeploy', 'comfyui', 'predictions'];
const connections = names.map(connectionOf);
const fallbacks = { comfydeploy: 'comfyui', comfyui: 'predictions', predictions: 'comfydeploy' } as const;
const picture = await smallPicture();

/** Whose pictures are all alike: this is about where they go. */
const codec: ImageCodec = {
  render: async () => picture,
  transparentRatio: async () => 0,
  withAlphaOf: async (bytes) => bytes,
};

/** A change of hands, and whether a run may have existed then. */
type Seen = { from: string; mayRun: boolean };

/** A runner over engines to which anything may happen; every job that changes hands is written to `seen`. */
function openWorld(roll: Dice, seen: Seen[]) {
  const engines = new Map<EngineId, DiceyEngine>(names.map((id) => [id, createDiceyEngine(id, roll)]));
  const known = new Map<string, Job>();
  const journal = createMemoryJournal();
  const runner = createJobRunner({
    journal,
    blobs: createMemoryBlobStore(),
    codec,
    clock: createVirtualClock(),
    ids: systemIds,
    async workflow({ id, recipe }) {
      const dicey = engines.get(recipe.engine);
      if (!dicey) throw new Error(recipe.engine);
      if (roll(12) === 0) void runner.cancel(id);
      return { engine: dicey.engine, description: await dicey.engine.describe(), prices: {} };
    },
    fallback: async (job) => automaticRecipe(job, { connections, fallbacks }),
    onChange(job) {
      const before = known.get(job.id);
      known.set(job.id, job);
      if (!before || job.handovers?.length === before.handovers?.length) return;
      const { open } = engines.get(before.recipe.engine) ?? {};
      seen.push({ from: before.stage.name, mayRun: open?.has(before.nonce) ?? true });
    },
  });
  return { runner, journal, engines };
}

/** One job, and a person who presses whatever there is to press. */
async function live(roll: Dice, seen: Seen[]): Promise<void> {
  const { runner, journal } = openWorld(roll, seen);
  const wishes = { preset: null, typed: 'noir', strength: null, seed: 1 };
  const { id } = await runner.start({
    source: { bytes: picture, mimeType: 'image/png' },
    recipe: newRecipe(connections[0] ?? null, wishes),
    context: { label: 'x', surface: 'popup', captureRoute: 'file' },
  });
  for (let presses = 0; presses < 6; presses += 1) {
    const job = await ended(journal, id);
    const other = otherEngines(job, connections)[0];
    if (other && roll(2) === 0) await runner.handOver(id, moveRecipe(job.recipe, other));
    else if (roll(8) === 0 && other === undefined)
      await runner.handOver(id, moveRecipe(job.recipe, connections[1] ?? null));
    else await runner.retry(id);
  }
  await ended(journal, id);
}

async function ended(journal: ReturnType<typeof createMemoryJournal>, id: string): Promise<Job> {
  for (;;) {
    const job = await journal.get(id);
    if (job && isFinished(job)) return job;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

it('gives no job to another engine while a run of it may exist', { timeout: 600_000 }, async () => {
  let handoverCount = 0;
  const throws = fc.array(fc.nat(1_000_000), { minLength: 40, maxLength: 120 });
  await fc.assert(
    fc.asyncProperty(throws, async (numbers) => {
      const seen: Seen[] = [];
      let at = 0;
      const roll: Dice = (sides) => {
        at += 1;
        return (numbers[at % numbers.length] ?? 0) % sides;
      };
      await live(roll, seen);
      expect(seen.filter(({ mayRun }) => mayRun)).toEqual([]);
      handoverCount += seen.length;
    }),
    { numRuns: rounds({ sample: 40, all: 2_000 }) },
  );
  // The engines are bad enough that jobs do change hands.
  expect(handoverCount).toBeGreaterThan(10);
});
