import { globSync, readFileSync } from 'node:fs';
import { root } from '../build/run.ts';
import { type Group, groups } from './groups.ts';

/** A file of tests that shows more under `npm run verify`. */
export type Campaign = { name: string; file: string; group: Group };

/** All of them: whoever asks `tests/campaign.ts` how much to show. */
function findCampaigns(): readonly Campaign[] {
  return groups.flatMap((group) =>
    globSync(`tests/${group.name}/**/*.test.{ts,tsx}`, { cwd: root })
      .filter((file) => /\/campaign\.ts'/.test(readFileSync(root + file, 'utf8')))
      .sort()
      .map((file) => ({ name: file.replace(/^tests\/|\.test\.tsx?$/g, ''), file, group })),
  );
}

/** Those whose names hold one of the words, or all. Raises an error that names them for a word that none holds. */
export function chosenCampaigns(words: readonly string[]): readonly Campaign[] {
  const all = findCampaigns();
  const unknown = words.filter((word) => !all.some(({ name }) => name.includes(word)));
  const list = all.map(({ name }) => `\n  ${name}`).join('');
  if (unknown.length > 0) throw new Error(`There is no campaign ${unknown.join(', ')}. There are:${list}`);
  return words.length === 0 ? all : all.filter(({ name }) => words.some((word) => name.includes(word)));
}
