import { afterAll, beforeAll, expect, it } from 'vitest';
import { rounds } from '../../campaign.ts';
import { type KillCase, killCases } from '../../fakes/kill-matrix/cases.ts';
import { type ClientName, type Outcome, play } from '../../fakes/kill-matrix/play.ts';
import { createRandom } from '../../stand-in/pixels/random.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';

const seed = Number(process.env.RESTYLE_SEED) || 1;
const seedsEach = rounds({ sample: 1, all: 20 });
const othersOfSample = 16;

let standIn: StandIn;
let aheadMs = 0;
beforeAll(async () => {
  const timing = { queueMs: 0, coldStartMs: 0, runMs: 2, archiveMs: 0 };
  standIn = await startStandIn({ timing, megapixels: 0.002 });
});
afterAll(() => standIn.close());

const stage = () => ({
  standIn,
  nowMs: () => Date.now() + aheadMs,
  pass(ms: number) {
    aheadMs += ms;
    standIn.fastForward(ms);
  },
});

const isWorkerStopped = ({ moment, blow }: KillCase) => blow === 'worker stopped' && moment.endsWith('write');

/** The whole table; in a test a dying worker at every write, and others of it with every seed. */
function chosen(): readonly KillCase[] {
  if (process.env.RESTYLE_VERIFY) return killCases;
  const random = createRandom(seed);
  const others = killCases
    .filter((one) => !isWorkerStopped(one))
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
  return [...killCases.filter(isWorkerStopped), ...others.slice(0, othersOfSample)];
}

async function playAll(client: ClientName) {
  const totals = { cases: 0, duplicates: 0, lost: 0, asked: 0 };
  const wrong: string[] = [];
  for (const one of chosen()) {
    for (let round = 0; round < seedsEach; round += 1) {
      const outcome: Outcome = await play(one, seed + round, client, stage());
      if (!outcome.isStruck) continue;
      totals.cases += 1;
      totals.duplicates += outcome.duplicates;
      totals.lost += outcome.lost;
      totals.asked += outcome.asked;
      if (outcome.duplicates + outcome.lost > 0)
        wrong.push(`${Object.values(one).join(', ')}, seed ${seed + round}: ${JSON.stringify(outcome)}`);
    }
  }
  return { totals, wrong };
}

const inWords = ({ cases, duplicates, lost, asked }: Record<string, number>) =>
  `${cases} cases, ${duplicates} duplicates, ${lost} lost, ${asked} asked`;

it('makes no run twice and loses no job, wherever it is struck', async () => {
  const { totals, wrong } = await playAll('ours');
  console.log(`kill points: ${inWords(totals)} (seed ${seed})`);
  expect(wrong).toEqual([]);
  expect(totals.cases).toBeGreaterThan(othersOfSample);
}, 3_600_000);

it('a client that simply tries again does both', async () => {
  const { totals } = await playAll('naive');
  console.log(`a naive client: ${inWords(totals)}`);
  expect(totals.duplicates).toBeGreaterThan(0);
  if (process.env.RESTYLE_VERIFY) expect(totals.lost).toBeGreaterThan(0);
}, 3_600_000);
