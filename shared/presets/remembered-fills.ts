import { type Fills, placeholdersOf } from '#shared/presets/placeholders.ts';

/** As many as are remembered: those used last. */
const mostFills = 60;

/** What is remembered once prompts were sent with these fills: what they used comes last, and what is empty goes. */
export function withUsedFills(known: Fills, used: Fills, prompts: readonly string[]): Fills {
  const names = new Set(placeholdersOf(prompts.join('\n')).map(({ name }) => name));
  const isUsed = ([name]: [string, string]) => names.has(name);
  const others = Object.entries(known).filter((each) => !isUsed(each));
  const all = [...others, ...Object.entries(used).filter(isUsed)];
  return Object.fromEntries(all.filter(([, value]) => value.trim() !== '').slice(-mostFills));
}
