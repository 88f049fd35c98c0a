import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type RecipeNote, withRecipeNote } from '#shared/history/recipe-note.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { writePresetFile } from '#shared/presets/preset-file.ts';
import { promptFor } from '#shared/presets/prompt.ts';
import { isShown, isWhole } from '../campaign.ts';
import { axeViolations } from '../fakes/figma/axe.ts';
import { connectBeforehand } from '../fakes/figma/connected.ts';
import { flatPng, photo } from '../fakes/figma/drawings.ts';
import { type FakeFigma, startFakeFigma } from '../fakes/figma/fake-figma.ts';
import { openPanel, type Panel, sharedBrowser } from '../fakes/figma/panel-page.ts';
import type { Seen } from '../fakes/figma/sandbox/seen.ts';
import { startTeam, type Team } from '../fakes/figma/team.ts';

const fast = { queueMs: 20, coldStartMs: 20, runMs: 100, archiveMs: 20 };

let browser: Browser;
let team: Team;
let figma: FakeFigma;
let panel: Panel;
let coffee: string;

beforeAll(async () => {
  browser = await sharedBrowser();
});

beforeEach(async () => {
  [team, figma] = await Promise.all([startTeam({ timing: fast, megapixels: 0.02 }), startFakeFigma()]);
  await connectBeforehand(figma, team);
  coffee = figma.draw({
    ...{ type: 'FRAME', name: 'Coffee', width: 600, height: 400 },
    properties: await photo(figma, 'coffee.png'),
  });
  figma.select([coffee]);
});

afterEach(async () => {
  expect([...figma.troubles(), ...panel.errors()]).toEqual([]);
  await panel.close();
  figma.close();
  await team.close();
});

async function start(command = '', parameters?: object): Promise<void> {
  figma.startPlugin(command, parameters);
  panel = await openPanel(browser, figma, { allowedDomains: [team.relayUrl] });
}

async function reopen(command: string, parameters?: object): Promise<void> {
  await panel.close();
  figma.stopPlugin();
  await start(command, parameters);
}

const button = (name: string | RegExp) => panel.ui.getByRole('button', { name });
const jobs = () => panel.ui.getByRole('region', { name: 'Pictures in work' }).getByRole('listitem');
const see = (id: string) => figma.see(id) as Seen;
const onPage = () => see(figma.page()).childIds.map(see);
const inputsSent = () => team.standIn.ledger().map(({ inputs }) => Object.values(inputs));

const watercolour = builtInPresets.find(({ id }) => id === 'builtin.watercolour') as Preset;
const noteOfFile: RecipeNote = {
  ...{ version: 1, presetId: watercolour.id, presetName: watercolour.name, strength: 0.6, seed: 4711 },
  ...{ prompt: promptFor(watercolour, 'Keep the cup'), engine: 'comfydeploy', deploymentId: 'd' },
  workflowVersion: null,
};

const oneOfTwo = { sample: 1, all: 2 };

test.runIf(isShown(1, oneOfTwo))(
  'variants: several looks of one layer in one labelled frame, and the choice is remembered',
  async () => {
    await start();
    await panel.ui.getByRole('radio', { name: 'Variants' }).check({ force: true });
    await panel.ui.getByRole('checkbox', { name: 'Film noir' }).check();
    await panel.ui.getByRole('checkbox', { name: 'Neon night' }).check();
    await button('Make 3 variants').click();

    await vi.waitFor(
      async () => expect(await jobs().getByText('Placed among the variants').count()).toBe(3),
      {
        timeout: 30_000,
      },
    );
    const grid = onPage().find(({ name }) => name === 'Variants · Coffee') as Seen;
    const texts = grid.childIds.map(see).filter(({ type }) => type === 'TEXT');
    const labels = texts.map(({ properties }) => String(properties.characters)).sort();
    expect(labels).toEqual(['Film noir', 'Neon night', 'Watercolour']);
    expect(await panel.ui.getByText(/3 of 3 placed/).count()).toBe(1);
    expect(await axeViolations(panel.ui)).toEqual([]);

    await reopen('');
    const isVariants = () => panel.ui.getByRole('radio', { name: 'Variants' }).isChecked();
    await expect.poll(isVariants, { timeout: 30_000 }).toBe(true);
  },
);

test.runIf(isShown(0, oneOfTwo))(
  'a result goes on from its original: varied in its place, its settings taken over, taken away',
  async () => {
    await start('preset', { preset: 'Film noir', strength: '60 %' });
    await jobs().getByText('Placed above the layer').waitFor();
    const [first] = inputsSent();
    expect(first).toContain(0.6);
    const result = onPage().at(-1) as Seen;
    expect(result).toMatchObject({ name: 'Film noir · Coffee', buttons: ['rerun', 'vary', 'revert'] });

    figma.select([result.id]);
    await button(/^Another picture for/).click();
    await jobs().getByText('Renewed from its original').waitFor();
    expect(onPage()).toHaveLength(2);
    const [, second] = inputsSent();
    const [, , ...others] = onPage();
    expect(others).toEqual([]);
    expect(second).toContain(0.6);
    expect(second).not.toEqual(first);

    await button(/^Take over the settings/).click();
    const isFilmNoir = () => panel.ui.getByRole('radio', { name: 'Film noir' }).isChecked();
    await expect.poll(isFilmNoir, { timeout: 30_000 }).toBe(true);
    await panel.ui.getByRole('radio', { name: 'Watercolour' }).check();
    await button('Restyle 1 layer').click();
    await expect.poll(() => see(result.id).name, { timeout: 30_000 }).toBe('Watercolour · Coffee');
    expect(team.standIn.ledger()).toHaveLength(3);

    await button(/^Take away the result/).click();
    await expect.poll(() => onPage().map(({ id }) => id), { timeout: 30_000 }).toEqual([coffee]);
  },
);

test('a picture that is dropped on the panel lies on the canvas, next in line; a text is refused in words', async () => {
  await start();
  const dropAll = (files: readonly (readonly [name: string, bytes: Uint8Array])[]) =>
    panel.ui.locator('body').evaluate(
      (body, dropped) => {
        const dataTransfer = new DataTransfer();
        for (const [name, text] of dropped) {
          const parts = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
          dataTransfer.items.add(new File([parts], name));
        }
        const at = { bubbles: true, cancelable: true, dataTransfer };
        body.dispatchEvent(new DragEvent('dragover', at));
        body.dispatchEvent(new DragEvent('drop', at));
      },
      files.map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const),
    );
  const drop = (name: string, bytes: Uint8Array) => dropAll([[name, bytes]]);
  await panel.ui.getByText('Coffee').waitFor();
  await drop(
    'Cat on a sofa.webp',
    await sharp(await flatPng(64, 48))
      .webp()
      .toBuffer(),
  );

  await panel.ui.getByText('Cat on a sofa').waitFor();
  const added = onPage().at(-1) as Seen;
  expect(added).toMatchObject({ name: 'Cat on a sofa', width: 64, height: 48 });
  expect(figma.selection()).toEqual([added.id]);
  expect(figma.undoSteps()).toBe(1);
  // A picture that Restyle has made says how, beside a file of presets in the same drop.
  await dropAll([
    [
      'team.json',
      Buffer.from(writePresetFile([{ ...watercolour, name: 'Clay', builtIn: false, picture: null }])),
    ],
    ['A cup.png', withRecipeNote(new Uint8Array(await flatPng(32, 24)), noteOfFile)],
  ]);
  await panel.ui.getByText('Its settings are filled in below').waitFor();
  expect(await panel.ui.getByRole('radio', { name: watercolour.name }).isChecked()).toBe(true);
  expect(await panel.ui.getByLabel(`Add to ${watercolour.name} (optional)`).inputValue()).toBe(
    'Keep the cup',
  );
  await panel.ui.getByRole('radio', { name: 'Clay' }).waitFor();
  expect(await panel.ui.getByLabel('Seed', { exact: true }).inputValue()).toBe('4711');
  expect(team.standIn.ledger()).toEqual([]);
  await drop('notes.txt', Buffer.from('These are only words, and no picture at all.'));
  await panel.ui.getByRole('alert').waitFor();
  expect(onPage()).toHaveLength(3);
});

test.runIf(isWhole)(
  'the buttons beside a result: the same again, another, and away without a panel',
  async () => {
    await start('preset', { preset: 'Neon night' });
    await jobs().getByText('Placed above the layer').waitFor();
    const result = onPage().at(-1) as Seen;
    figma.select([result.id]);

    await reopen('rerun');
    await jobs().getByText('Renewed from its original').waitFor();
    const [first, second] = team.standIn.ledger().map(({ inputs }) => inputs);
    const seedOf = (inputs?: Record<string, unknown>) =>
      Object.values(inputs ?? {})
        .filter((value) => typeof value === 'number')
        .sort();
    expect(seedOf(second)).toEqual(seedOf(first));

    figma.stopPlugin();
    figma.startPlugin('revert');
    await expect.poll(() => onPage().map(({ id }) => id), { timeout: 30_000 }).toEqual([coffee]);
    expect(figma.notices()).toContain('Took away 1 result.');
  },
);
