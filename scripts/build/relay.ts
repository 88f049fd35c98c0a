import { mkdir, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { root } from './run.ts';

const common = { absWorkingDir: root, bundle: true, format: 'esm' } as const;

/** The relay as one file that Node 22.13 or newer runs with nothing installed beside it, and as a Worker. */
export async function buildRelay(): Promise<string> {
  const [entryPoints, outfile] = [['relay/main.ts'], 'dist/relay/relay.mjs'];
  await build({ ...common, entryPoints, outfile, platform: 'node', target: 'node22' });
  await mkdir(`${root}dist/relay`, { recursive: true });
  await writeFile(`${root}dist/relay/worker.mjs`, await bundleWorker());
  return 'dist/relay';
}

/** The module that Cloudflare Workers run, which know the web's own interfaces and nothing of Node. */
export async function bundleWorker(): Promise<string> {
  const entryPoints = ['relay/worker.ts'];
  const { outputFiles } = await build({ ...common, entryPoints, write: false, target: 'es2023' });
  return outputFiles[0]?.text ?? '';
}
