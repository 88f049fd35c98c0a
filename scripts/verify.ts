/** `npm run verify`: the long campaigns, of which `npm test` runs a sample. */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { buildIfStale } from './build/if-stale.ts';
import { root } from './build/run.ts';

const seed = Number(process.env.RESTYLE_SEED) || randomInt(1, 2 ** 31);
console.log(`seed ${seed} (the same again: RESTYLE_SEED=${seed} npm run verify)`);
/** The campaigns, and the files outside their folders that show more under `verify`. */
const files = [
  '/campaigns/',
  'chromium/batch.test',
  'chromium/private-addresses.test',
  'figma/batches.test',
  'figma/handoff.test',
  'figma/interrupted.test',
  'figma/restyling.test',
  'figma/variants.test',
];
const projects = ['unit', 'contract', 'figma', 'chromium'];
await buildIfStale(['chrome', 'figma']);
const { status } = spawnSync(
  `${root}node_modules/.bin/vitest`,
  ['run', ...projects.flatMap((name) => ['--project', name]), ...files, ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, RESTYLE_VERIFY: '1', RESTYLE_SEED: String(seed) } },
);
process.exitCode = status ?? 1;
