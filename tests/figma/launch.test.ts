import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { buildPlugin } from '../fakes/figma/build-plugin.ts';
import { type FakeFigma, startFakeFigma } from '../fakes/figma/fake-figma.ts';
import { mainThreadOf } from '../fakes/figma/main-thread.ts';
import { layer } from './placing-stage.ts';

let figma: FakeFigma;

beforeEach(async () => {
  figma = await startFakeFigma();
});

afterEach(() => {
  expect(figma.troubles()).toEqual([]);
  figma.close();
});

const launched = (command?: string, parameters?: object) => {
  figma.startPlugin(command, parameters);
  return mainThreadOf(figma).request('read-launch', undefined);
};

test.each([
  ['', undefined, { command: 'open', presetId: null, strength: null }],
  ['open', undefined, { command: 'open', presetId: null, strength: null }],
  ['rerun', undefined, { command: 'rerun', presetId: null, strength: null }],
  ['vary', undefined, { command: 'vary', presetId: null, strength: null }],
  [
    'preset',
    { preset: 'Film noir', strength: '60 %' },
    { command: 'preset', presetId: 'builtin.film-noir', strength: 0.6 },
  ],
  ['preset', { preset: 'Film noir' }, { command: 'preset', presetId: 'builtin.film-noir', strength: null }],
  ['preset', { preset: 'Nothing of ours' }, { command: 'open', presetId: null, strength: null }],
])('%s %o', async (command, parameters, expected) => {
  expect(await launched(command, parameters)).toEqual(expected);
});

test('a quick action offers presets by what is typed, and refuses what is no strength', () => {
  figma.startPlugin('preset', { preset: 'Film noir' });
  expect(figma.suggestions('preset', 'noir')).toEqual(['Film noir']);
  expect(figma.suggestions('preset', '')).toHaveLength(builtInPresets.length);
  expect(figma.suggestions('strength', '65')).toEqual(['65']);
  expect(figma.suggestions('strength', 'much')).toBe('A number from 0 to 100');
  expect(figma.suggestions('strength', '101')).toBe('A number from 0 to 100');
});

test('presets from files are offered too, and found by their names; what is damaged is passed over', async () => {
  const own = { id: 'imported.1', name: 'Clay noir' };
  figma.loadStorage({
    presets: { version: 1, presets: [own, { id: 'imported.2' }, { ...own, name: 'Film noir' }] },
  });
  expect(await launched('preset', { preset: 'Clay noir', strength: '60' })).toEqual({
    command: 'preset',
    presetId: 'imported.1',
    strength: 0.6,
  });
  figma.stopPlugin();
  figma.loadStorage({ presets: 'nonsense' });
  expect(await launched('preset', { preset: 'Clay noir' })).toMatchObject({ command: 'open' });
});

test('one from a file that is called like another has a name of its own, and is found by it', async () => {
  const called = (name: string, id: string) => ({ id, name });
  figma.loadStorage({
    presets: { version: 1, presets: [called('Film noir', 'imported.1'), called('Film noir', 'imported.2')] },
  });
  const found = async (preset: string) => (await launched('preset', { preset })).presetId;
  const ids = ['builtin.film-noir', 'imported.1', 'imported.2'];
  const names = ['Film noir', 'Film noir (from a file)', 'Film noir (from a file, 2)'];
  for (const [index, name] of names.entries()) {
    expect(await found(name)).toBe(ids[index]);
    expect(figma.suggestions('preset', 'noir')).toEqual(names);
    figma.stopPlugin();
  }
});

test('revert with nothing of ours selected says so, and changes nothing', async () => {
  const photo = figma.draw(layer());
  figma.select([photo]);
  figma.startPlugin('revert');
  await expect.poll(() => figma.notices()).toEqual(['Nothing here was made with Restyle.']);
  expect(figma.see(photo)).not.toBeNull();
  expect(figma.undoSteps()).toBe(0);
});

test('the manifest names every command, and the buttons beside a result for several at once', async () => {
  const { manifest } = await buildPlugin();
  const { menu, relaunchButtons } = manifest as unknown as {
    menu: { command?: string }[];
    relaunchButtons: { command: string; multipleSelection: boolean }[];
  };
  const commands = menu.flatMap(({ command }) => command ?? []);
  expect(commands).toEqual(['open', 'preset', 'rerun', 'vary', 'revert']);
  expect(relaunchButtons.map(({ command }) => command)).toEqual(['rerun', 'vary', 'revert']);
  expect(relaunchButtons.every(({ multipleSelection }) => multipleSelection)).toBe(true);
});
