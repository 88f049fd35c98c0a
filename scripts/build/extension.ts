import { readdir } from 'node:fs/promises';
import { root, runTool } from './run.ts';

export type Target = 'chrome' | 'firefox';

/** Builds one browser's extension; answers its folder. */
export async function buildExtension(target: Target): Promise<string> {
  await runTool('wxt', ['build', '-b', target]);
  return `dist/${target}-mv3`;
}

/** The packages for the stores, and the source archive that Firefox's reviewers build from. */
export async function zipExtensions(): Promise<string[]> {
  await runTool('wxt', ['zip']);
  await runTool('wxt', ['zip', '-b', 'firefox']);
  const names = await readdir(`${root}dist`);
  return names.filter((name) => name.endsWith('.zip')).map((name) => `dist/${name}`);
}
