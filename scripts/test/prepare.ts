import { existsSync } from 'node:fs';
import { buildIfStale } from '../build/if-stale.ts';
import { root, runTool } from '../build/run.ts';
import type { Group } from './groups.ts';

/** Makes what the groups need; answers how long all set-up took, with that of `scripts/test.mjs` before us. */
export async function prepare(groups: readonly Group[]): Promise<number> {
  const startMs = performance.now();
  if (!existsSync(`${root}.wxt/tsconfig.json`)) await runTool('wxt', ['prepare']);
  await buildIfStale([...new Set(groups.flatMap(({ needs }) => needs))]);
  const beforeMs = Number(process.env.RESTYLE_SET_UP_MS ?? 0);
  return (beforeMs + performance.now() - startMs) / 1000;
}
