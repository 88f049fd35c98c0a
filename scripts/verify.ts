/** `npm run verify [-- word...]`: the long campaigns, of which `npm test` runs a sample, or those that a word names. */
import { type Campaign, chosenCampaigns } from './test/campaigns.ts';
import { interruption } from './test/interruption.ts';
import type { Conditions } from './test/outcome.ts';
import { prepare } from './test/prepare.ts';
import { chosenSeed } from './test/seed.ts';
import { vitestPart } from './test/vitest-part.ts';

/** A campaign that hangs is stopped after so long; the longest takes a quarter of it. */
const patienceMs = 2 * 3_600_000;

/** One after the other, so that each has the machine to itself; answers whether all was well. */
async function runCampaigns(campaigns: readonly Campaign[]): Promise<boolean> {
  const seed = chosenSeed('npm run verify');
  await prepare([...new Set(campaigns.map(({ group }) => group))]);
  const signal = interruption();
  const failed: string[] = [];
  for (const campaign of campaigns) {
    if (signal.aborted) break;
    if (!(await runCampaign(campaign, { signal, seed }))) failed.push(campaign.name);
  }
  const sum = `${campaigns.length} campaigns, ${failed.length} failed`;
  console.log(['', sum, ...failed.map((name) => `  ${name}`)].join('\n'));
  return !signal.aborted && failed.length === 0;
}

/** `unit/campaigns/sync          41.2 s   3 passed, 100000 rounds` */
async function runCampaign({ name, file, group }: Campaign, conditions: Conditions): Promise<boolean> {
  const startMs = performance.now();
  const signal = AbortSignal.any([conditions.signal, AbortSignal.timeout(patienceMs)]);
  const part = vitestPart(group.name, { files: [file], isWhole: true });
  const { passed, failed, output } = await part.run({ ...conditions, signal });
  const isWell = failed === 0 && passed > 0;
  if (!isWell) console.log(output);
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  const rounds = [...output.matchAll(/^(\d+) rounds$/gm)].map(([line]) => `, ${line}`);
  const counts = `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}${rounds.join('')}`;
  console.log(`${name.padEnd(38)} ${seconds.padStart(7)} s   ${counts}`);
  return isWell;
}

try {
  process.exitCode = (await runCampaigns(chosenCampaigns(process.argv.slice(2)))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
