import { expect, test } from 'vitest';
import { buildPlugin } from '../fakes/figma/build-plugin.ts';

const kilobytes = (text: string) => Buffer.byteLength(text) / 1024;

test('the plugin is small: 60 KB on Figma’s own thread, without zod, and 300 KB in the panel', async () => {
  const { mainJs, uiJs } = await buildPlugin();
  expect(kilobytes(mainJs)).toBeLessThan(60);
  expect(mainJs).not.toContain('_zod');
  expect(uiJs).toContain('_zod');
  expect(kilobytes(uiJs)).toBeLessThan(300);
});
