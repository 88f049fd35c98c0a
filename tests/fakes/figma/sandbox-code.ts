import { join } from 'node:path';
import { build } from 'esbuild';

let code: Promise<string> | null = null;

/** The fake as one expression that QuickJS can evaluate to `install`, leaving no global behind. */
export function sandboxCode(): Promise<string> {
  code ??= bundle();
  return code;
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'sandbox/install.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'sandbox',
    platform: 'neutral',
    target: 'es2022',
    write: false,
  });
  return `(() => { ${outputFiles[0]?.text ?? ''}; return sandbox.install; })()`;
}
