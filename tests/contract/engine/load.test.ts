import { expect, it } from 'vitest';
import { isExact, runLoad } from '../../../scripts/load/load.ts';
import { inWords } from '../../../scripts/load/report.ts';
import { tinyPicture } from '../../fakes/tiny-picture.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';

it('a team at once has all its pictures, each of one run, whatever is lost on the way', async () => {
  const order = {
    people: 3,
    pictures: 12,
    withFaults: true,
    runMs: 5,
    megapixels: 0.002,
    pictureOf: tinyPicture,
  };
  const result = await runLoad({ ...order, clock: createVirtualClock(Date.now()) });
  expect(isExact(result), inWords(order, result)).toBe(true);
  expect(result.faults).toBeGreaterThan(3);
  expect(inWords(order, result)).toContain('exact: 12 runs for 12 jobs, 0 duplicates');
});
