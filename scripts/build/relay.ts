import { build } from 'esbuild';
import { root } from './run.ts';

/** The relay as one file that Node 22.13 or newer runs with nothing installed beside it. */
export async function buildRelay(): Promise<string> {
  await build({
    absWorkingDir: root,
    entryPoints: ['relay/main.ts'],
    outfile: 'dist/relay/relay.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
  });
  return 'dist/relay';
}
