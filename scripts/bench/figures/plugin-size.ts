import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIfStale } from '../../build/if-stale.ts';
import { root } from '../../build/run.ts';
import type { Figure } from '../figure.ts';

export const pluginSize: Figure = {
  name: 'plugin-size',
  measures:
    'The Figma plugin as it ships, minified: what Figma’s own thread loads, and the panel with its pictures. 1 KB is 1024 bytes.',
  async measure() {
    await buildIfStale(['figma']);
    const kilobytes = async (file: string) =>
      (await stat(join(root, 'dist/figma-plugin/build', file))).size / 1024;
    return [
      { label: 'main thread', value: await kilobytes('main.js'), unit: 'KB', goal: 60 },
      { label: 'panel', value: await kilobytes('ui.js'), unit: 'KB', goal: 300 },
    ];
  },
};
