import { looks } from '#shared/engines/on-device/looks/choose-look.ts';
import type { Figure, Reading } from '../figure.ts';
import { type LookTimes, withLookWorker } from '../look-worker.ts';
import { median } from '../statistics.ts';

const rounds = 7;
const warmUps = 1;
const goalMs = 300;

type Timed = { name: string; lookMs: number; bareMs: number };

export const sampleLooks: Figure = {
  name: 'sample-looks',
  measures:
    'The slowest of the looks on this device: a megapixel from PNG to PNG in a worker of Chromium, and against the ' +
    'same with nothing drawn (decoded, pixels read, pixels written, encoded), in turns.',
  async measure() {
    const names = [...Object.keys(looks), 'a grade of the prompt’s own'];
    const all = await withLookWorker(async ({ time }) => {
      const timed: Timed[] = [];
      for (const name of names) timed.push(await timeLook(name, time));
      return timed;
    });
    const byTime = all.toSorted((one, other) => other.lookMs - one.lookMs);
    return byTime.slice(0, 1).flatMap((slowest) => readingsOf(slowest, byTime));
  },
};

async function timeLook(name: string, time: (prompt: string) => Promise<LookTimes>): Promise<Timed> {
  for (let round = 0; round < warmUps; round++) await time(name);
  const times: LookTimes[] = [];
  for (let round = 0; round < rounds; round++) times.push(await time(name));
  return {
    name,
    lookMs: median(times.map(({ lookMs }) => lookMs)),
    bareMs: median(times.map(({ bareMs }) => bareMs)),
  };
}

function readingsOf({ name, lookMs, bareMs }: Timed, all: readonly Timed[]): Reading[] {
  const details = all.map((each) => `${each.name} ${each.lookMs.toFixed(0)} ms`).join(', ');
  return [
    { label: `slowest look (${name})`, value: lookMs, unit: 'ms', goal: goalMs, details },
    { label: 'slowest look / nothing drawn', value: lookMs / bareMs, unit: 'x', goal: null },
  ];
}
