import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { promptFor } from '#shared/presets/prompt.ts';

const [watercolour] = builtInPresets;
if (!watercolour) throw new Error('there are built-in presets');

test('ids are unique and say that they are built in', () => {
  const ids = builtInPresets.map(({ id }) => id);
  expect(new Set(ids).size).toBe(6);
  expect(ids.every((id) => /^builtin\.[a-z-]+$/.test(id))).toBe(true);
});

test.each(builtInPresets.map((preset) => [preset.id, preset] as const))('%s says what stays', (_, preset) => {
  for (const kept of ['composition', 'face', 'text']) expect(preset.prompt).toContain(kept);
  expect(preset.strength).toBeGreaterThan(0);
  expect(preset.strength).toBeLessThanOrEqual(1);
});

test.each(builtInPresets.map(({ picture }) => picture))('%s is a small square WebP', async (picture) => {
  const bytes = await readFile(new URL(`../../../extension/public/presets/${picture}`, import.meta.url));
  const { format, width, height } = await sharp(bytes).metadata();
  expect({ format, width, height }).toEqual({ format: 'webp', width: 160, height: 160 });
  expect(bytes.length).toBeLessThanOrEqual(8 * 1024);
});

test('without a preset the prompt is what was typed, without the space around it', () => {
  expect(promptFor(null, '  make it rain\n')).toBe('make it rain');
  expect(promptFor(null, '  ')).toBe('');
});

test('with a preset the addition comes after its instruction', () => {
  expect(promptFor(watercolour, '')).toBe(watercolour.prompt);
  expect(promptFor(watercolour, ' make it rain ')).toBe(`${watercolour.prompt} In addition: make it rain`);
});
