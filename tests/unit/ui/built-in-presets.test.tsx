import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { emptyIn } from '#shared/presets/placeholders.ts';
import { presetFamilies } from '#shared/presets/preset.ts';
import { promptFor } from '#shared/presets/prompt.ts';
import { tipFor } from '#shared/presets/prompt-tips.ts';

const [watercolour] = builtInPresets;
if (!watercolour) throw new Error('there are built-in presets');

test('ids are unique and say that they are built in', () => {
  const ids = builtInPresets.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^builtin\.[a-z-]+$/.test(id))).toBe(true);
});

test('the ids that jobs, marks and files hold are still there, in front', () => {
  expect(builtInPresets.slice(0, 6).map(({ id }) => id)).toEqual([
    'builtin.watercolour',
    'builtin.pencil-sketch',
    'builtin.film-noir',
    'builtin.neon-night',
    'builtin.oil-painting',
    'builtin.golden-hour',
  ]);
});

test('there are four in each of six families, and one of each among the eight of the menu', () => {
  for (const family of presetFamilies) {
    expect(builtInPresets.filter(({ folder }) => folder === family)).toHaveLength(4);
    expect(builtInPresets.slice(0, 8).some(({ folder }) => folder === family)).toBe(true);
  }
});

test.each(builtInPresets.map((preset) => [preset.id, preset] as const))('%s is whole', (_, preset) => {
  expect(preset.prompt.length).toBeLessThan(500);
  expect(preset.safe?.from).toBeLessThan(preset.strength);
  expect(preset.safe?.to).toBeGreaterThanOrEqual(preset.strength);
  expect(emptyIn(preset.prompt, {}), 'it can be run from the menu as it is').toEqual([]);
  expect(tipFor(promptFor(preset, '').slice(0, 400), { addsToPreset: false })).toBeOneOf([null, 'no-keep']);
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
