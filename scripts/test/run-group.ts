import { availableParallelism } from 'node:os';
import type { Group } from './groups.ts';
import { type Conditions, type Outcome, type Part, sum } from './outcome.ts';

export type GroupResult = Outcome & { name: string; seconds: number; budgetSeconds: number };

/** A group that hangs is stopped at this many times its budget. */
const patience = 2;
const partsAtOnce = Math.min(2, availableParallelism());

export async function runGroup(group: Group, { signal, seed }: Conditions): Promise<GroupResult> {
  const startMs = performance.now();
  const tooLong = AbortSignal.timeout(group.budgetSeconds * patience * 1000);
  const conditions = { signal: AbortSignal.any([signal, tooLong]), seed };
  const outcomes = await runParts(group.parts, conditions);
  const total = sum(outcomes);
  const seconds = (performance.now() - startMs) / 1000;
  const { name, budgetSeconds } = group;
  if (tooLong.aborted)
    total.output += `\n${name} was stopped: it took more than ${patience} times its budget.\n`;
  if (total.passed + total.failed > 0) return { name, seconds, budgetSeconds, ...total };
  return { name, seconds, budgetSeconds, ...total, failed: 1, output: `No test ran in ${name}.\n` };
}

/** Takes the next part whenever one ends. */
async function runParts(parts: readonly Part[], conditions: Conditions): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = parts.values();
  const work = async () => {
    for (const part of waiting) outcomes.push(await runPart(part, conditions));
  };
  await Promise.all(Array.from({ length: partsAtOnce }, work));
  return outcomes;
}

/** Keeps the output of what failed, under the part's name. */
async function runPart(part: Part, conditions: Conditions): Promise<Outcome> {
  const outcome = await part.run(conditions);
  return { ...outcome, output: outcome.failed > 0 ? `\n--- ${part.name}\n${outcome.output.trim()}\n` : '' };
}
