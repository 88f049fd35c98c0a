import { cp } from 'node:fs/promises';
import { root } from './run.ts';

/** The studio as the relay serves it, with the pictures of presets and the icons of the extension. */
export async function buildWebApp(): Promise<string> {
  // Whoever only asks whether it is built need not wait for these.
  const [{ build }, { default: preact }] = await Promise.all([import('vite'), import('@preact/preset-vite')]);
  const outDir = `${root}dist/relay/studio`;
  await build({
    configFile: false,
    root: `${root}relay/studio`,
    base: '/studio/',
    logLevel: 'error',
    plugins: [preact()],
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0 },
  });
  for (const folder of ['icon', 'presets']) {
    await cp(`${root}extension/public/${folder}`, `${outDir}/${folder}`, { recursive: true });
  }
  return 'dist/relay/studio';
}
