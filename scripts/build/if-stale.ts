import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExtension } from './extension.ts';
import { buildFigmaPlugin } from './figma-plugin.ts';
import { root } from './run.ts';
import { buildWebApp } from './web.ts';

const parts = {
  chrome: {
    product: 'dist/chrome-mv3/manifest.json',
    sources: ['extension', 'shared'],
    build: () => buildExtension('chrome'),
  },
  firefox: {
    product: 'dist/firefox-mv3/manifest.json',
    sources: ['extension', 'shared'],
    build: () => buildExtension('firefox'),
  },
  figma: {
    product: 'dist/figma-plugin/manifest.json',
    sources: ['figma-plugin', 'shared'],
    build: () => buildFigmaPlugin(undefined),
  },
  web: {
    product: 'dist/relay/studio/index.html',
    sources: ['relay/studio', 'extension/public', 'shared'],
    build: buildWebApp,
  },
};

export type Part = keyof typeof parts;

/** Builds what is missing or older than its sources. */
export async function buildIfStale(wanted: readonly Part[]): Promise<void> {
  for (const name of wanted) {
    const { product, sources, build } = parts[name];
    const builtMs = await modifiedMs(join(root, product));
    const newest = await Promise.all(
      [...sources, 'package.json', 'wxt.config.ts', 'scripts/build'].map((source) =>
        newestMs(join(root, source)),
      ),
    );
    if (builtMs >= Math.max(...newest)) continue;
    console.error(`building the ${name} part`);
    await build();
  }
}

async function modifiedMs(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

async function newestMs(path: string): Promise<number> {
  const facts = await stat(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  const names = await readdir(path, { recursive: true });
  const times = await Promise.all(names.map((name) => modifiedMs(join(path, name))));
  return Math.max(facts.mtimeMs, ...times);
}
