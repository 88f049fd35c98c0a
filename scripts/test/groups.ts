import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Part as BuiltPart } from '../build/if-stale.ts';
import { root } from '../build/run.ts';
import { checkPart } from './check-part.ts';
import type { Part } from './outcome.ts';
import { vitestPart } from './vitest-part.ts';

export type Group = {
  name: string;
  budgetSeconds: number;
  /** What has to be built before. */
  needs: readonly BuiltPart[];
  parts: readonly Part[];
};

/** All groups, in the order they run: what fails soonest comes first. */
export const groups: readonly Group[] = [
  { name: 'static', budgetSeconds: 60, needs: ['chrome', 'firefox'], parts: staticParts() },
  { name: 'unit', budgetSeconds: 60, needs: [], parts: [vitestPart('unit')] },
  { name: 'contract', budgetSeconds: 60, needs: [], parts: [vitestPart('contract')] },
  { name: 'chromium', budgetSeconds: 150, needs: ['chrome', 'web'], parts: [vitestPart('chromium')] },
  { name: 'firefox', budgetSeconds: 90, needs: ['firefox'], parts: [vitestPart('firefox')] },
  { name: 'figma', budgetSeconds: 60, needs: ['figma'], parts: [vitestPart('figma')] },
];

/** The long ones first, so that the short ones fill the gaps. */
function staticParts(): Part[] {
  return [
    checkPart('web-ext', ['lint', '--source-dir', 'dist/firefox-mv3']),
    checkPart('knip', ['--no-progress']),
    ...typeScriptProjects().map((project) => checkPart('tsc', ['-p', project])),
    checkPart('biome', ['check']),
    vitestPart('repository'),
  ];
}

/** Every folder with a tsconfig.json has types of its own: what exists in a page does not exist in a worker. */
function typeScriptProjects(): string[] {
  const isForeign = (path: string) => /^(node_modules|dist|\.\w+)$/.test(path);
  return globSync('**/tsconfig.json', { cwd: root, exclude: isForeign })
    .map((path) => dirname(path))
    .sort();
}
