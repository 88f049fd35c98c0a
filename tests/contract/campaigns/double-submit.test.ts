import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStartOnce, type OnceRequest, type StartOnce } from '#shared/jobs/once.ts';
import { rounds } from '../../campaign.ts';
import { createCore, createMemoryDisk } from '../../fakes/core.ts';
import { tinyPicture } from '../../fakes/tiny-picture.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { createRandom, type Random } from '../../stand-in/pixels/random.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';

const longestGapMs = 1_400;
const seed = Number(process.env.RESTYLE_SEED) || 1;
const pairs = rounds({ sample: 20, all: 1_000 });

let standIn: StandIn;
beforeAll(async () => {
  const timing = { queueMs: 0, coldStartMs: 0, runMs: 1, archiveMs: 0 };
  standIn = await startStandIn({ timing, megapixels: 0.002 });
});
afterAll(() => standIn.close());

type Pair = { isSame: boolean; again: boolean; gapMs: number };

/** Two presses of one button, in one of a person's windows or in two; sometimes two are meant. */
function pairOf(random: Random): Pair {
  const gapMs = random() < 0.3 ? 0 : Math.round(random() * longestGapMs);
  return { isSame: random() < 0.8, again: random() < 0.2, gapMs };
}

async function press(startOnce: StartOnce, request: OnceRequest): Promise<string> {
  return (await startOnce(request)).id;
}

async function play(pair: Pair, number: number): Promise<{ runs: number; wanted: number }> {
  const disk = createMemoryDisk();
  const clock = createVirtualClock(Date.now());
  const core = await createCore(standIn, disk, { clock });
  const startOnce = createStartOnce(core.runner, { journal: disk.journal, clock });
  const before = standIn.ledger().length;
  const request = { ...(await core.request()), source: await tinyPicture(number), isSeedRandom: true };
  const prompt = pair.isSame ? request.recipe.prompt : 'something else';
  const secondRecipe = { ...request.recipe, prompt, seed: 43 };
  const first = press(startOnce, { ...request, again: false });
  if (pair.gapMs > 0) await first.then(() => clock.sleep(pair.gapMs));
  const second = press(startOnce, { ...request, recipe: secondRecipe, again: pair.again });
  for (const id of await Promise.all([first, second])) expect((await core.end(id)).stage.name).toBe('done');
  return { runs: standIn.ledger().length - before, wanted: pair.isSame && !pair.again ? 1 : 2 };
}

it(`makes one run of each of ${pairs} double presses, unless two are meant`, async () => {
  const random = createRandom(seed);
  let wrong = 0;
  for (let number = 0; number < pairs; number += 1) {
    const pair = pairOf(random);
    const { runs, wanted } = await play(pair, number);
    if (runs !== wanted) {
      wrong += 1;
      console.log(`seed ${seed}, pair ${number}: ${runs} runs, not ${wanted}`, pair);
    }
  }
  if (process.env.RESTYLE_VERIFY)
    console.log(`double presses: ${pairs} pairs, ${wrong} with a wrong number of runs`);
  expect(wrong).toBe(0);
}, 600_000);
