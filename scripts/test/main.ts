/** `npm test [-- group...]`, after `scripts/test.mjs` has set everything up. */
import { randomInt } from 'node:crypto';
import { type Group, groups } from './groups.ts';
import { prepare } from './prepare.ts';
import { groupLine, summary } from './report.ts';
import { type GroupResult, runGroup } from './run-group.ts';

function chosenGroups(names: readonly string[]): readonly Group[] {
  const known = groups.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no group ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  return names.length === 0 ? groups : groups.filter(({ name }) => names.includes(name));
}

/** Ctrl-C ends what runs now, and the rest does not start. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}

async function runTests(chosen: readonly Group[]): Promise<boolean> {
  const seed = Number(process.env.RESTYLE_SEED) || randomInt(1, 2 ** 31);
  console.log(`seed ${seed} (the same again: RESTYLE_SEED=${seed} npm test)`);
  const setUpSeconds = await prepare(chosen);
  const signal = interruption();
  const results: GroupResult[] = [];
  for (const group of chosen) {
    if (signal.aborted) break;
    const result = await runGroup(group, { signal, seed });
    if (result.output) console.log(result.output);
    console.log(groupLine(result));
    results.push(result);
  }
  console.log(summary(results, setUpSeconds));
  return !signal.aborted && results.every(({ failed }) => failed === 0);
}

try {
  const isWell = await runTests(chosenGroups(process.argv.slice(2)));
  process.exitCode = isWell ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
