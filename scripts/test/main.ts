/** `npm test [-- group...]`, after `scripts/test.mjs` has set everything up. */
import { type Group, groups } from './groups.ts';
import { interruption } from './interruption.ts';
import { prepare } from './prepare.ts';
import { groupLine, summary } from './report.ts';
import { type GroupResult, runGroup } from './run-group.ts';
import { chosenSeed } from './seed.ts';

function chosenGroups(names: readonly string[]): readonly Group[] {
  const known = groups.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no group ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  return names.length === 0 ? groups : groups.filter(({ name }) => names.includes(name));
}

async function runTests(chosen: readonly Group[]): Promise<boolean> {
  const seed = chosenSeed('npm test');
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
