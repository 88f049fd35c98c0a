/**
 * `npm run load [-- --people 10 --pictures 100 --no-faults]`: a team at once, against the stand-in with
 * requests lost and refused on the way. Ends with 1 when a picture is missing or was paid for twice.
 */
import { parseArgs } from 'node:util';
import { systemClock } from '#shared/platform.ts';
import { isExact, type LoadOrder, runLoad } from './load.ts';
import { inWords } from './report.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10' },
    pictures: { type: 'string', default: '100' },
    faults: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

const order: LoadOrder = {
  people: atLeastOne('people', values.people),
  pictures: atLeastOne('pictures', values.pictures),
  withFaults: values.faults,
  runMs: 300,
  megapixels: 0.05,
  clock: systemClock,
};

console.log(
  'A request that was lost is sent again after half a minute at the earliest, so this takes about one.',
);
const result = await runLoad(order);
console.log(inWords(order, result));
process.exitCode = isExact(result) ? 0 : 1;

function atLeastOne(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  console.error(`load: --${name} takes a whole number above 0, not ${text}`);
  return process.exit(2);
}
