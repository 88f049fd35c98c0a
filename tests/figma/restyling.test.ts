import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { axeViolations } from '../fakes/figma/axe.ts';
import { connectBeforehand } from '../fakes/figma/connected.ts';
import { flat, photo } from '../fakes/figma/drawings.ts';
import { type FakeFigma, startFakeFigma } from '../fakes/figma/fake-figma.ts';
import { launchBrowser, openPanel, type Panel } from '../fakes/figma/panel-page.ts';
import type { Seen } from '../fakes/figma/sandbox/control.ts';
import { startTeam, type Team } from '../fakes/figma/team.ts';

const fast = { queueMs: 20, coldStartMs: 20, runMs: 200, archiveMs: 20 };

let browser: Browser;
let team: Team;
let figma: FakeFigma;
let panel: Panel;
let frame: string;
let turned: string;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  [team, figma] = await Promise.all([startTeam({ timing: fast, megapixels: 0.1 }), startFakeFigma()]);
  await connectBeforehand(figma, team);
  frame = figma.draw({
    type: 'FRAME',
    name: 'Coffee',
    width: 600,
    height: 400,
    properties: await photo(figma, 'coffee.png'),
  });
  turned = figma.draw({
    ...{ type: 'RECTANGLE', name: 'Cat', x: 800, y: 90, width: 451, height: 300, rotation: 25 },
    // An outline of its own: what is seen is sent, and not the picture in it.
    properties: { ...(await photo(figma, 'chelsea.png')), strokes: flat(0, 0, 0).fills },
  });
  await startPanel();
});

afterEach(async () => {
  expect([...figma.troubles(), ...panel.errors()]).toEqual([]);
  await panel.close();
  figma.close();
  await team.close();
});

async function startPanel(): Promise<void> {
  figma.startPlugin();
  panel = await openPanel(browser, figma, { allowedDomains: [team.relayUrl] });
}

const button = (name: string | RegExp) => panel.ui.getByRole('button', { name });
const row = (layer: string) =>
  panel.ui.getByRole('region', { name: 'Pictures in work' }).getByRole('listitem').filter({ hasText: layer });
const nodes = (): Seen[] => (figma.see(figma.page())?.childIds ?? []).map((id) => figma.see(id) as Seen);
const resultOf = (layer: string) => nodes().find(({ name }) => name.endsWith(`· ${layer}`));

function imageOf({ properties }: Seen): Uint8Array {
  return figma.image((properties.fills as { imageHash: string }[]).at(-1)?.imageHash ?? '');
}

/** Addresses of the pictures that the runs were asked to restyle. */
function sentPictures(): string[] {
  const values = team.standIn.ledger().flatMap(({ inputs }) => Object.values(inputs));
  return values.filter((value): value is string => typeof value === 'string' && value.startsWith('http'));
}

const fetchBytes = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());

/** How much two pictures differ, 0..1, looked at small. */
async function difference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const small = (bytes: Uint8Array) =>
    sharp(bytes).resize(48, 32, { fit: 'fill' }).removeAlpha().raw().toBuffer();
  const [a, b] = await Promise.all([small(one), small(other)]);
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length / 255;
}

test('two layers, one preset: two runs, and each result in its layer’s box', async () => {
  figma.select([frame, turned]);
  await panel.ui.getByRole('radio', { name: 'Film noir' }).check();
  await button('Restyle 2 layers').click();

  for (const layer of ['Coffee', 'Cat']) {
    await row(layer).getByText('Placed above the layer').waitFor({ timeout: 80_000 });
  }

  expect(team.standIn.ledger()).toHaveLength(2);
  expect(figma.undoSteps()).toBe(2);
  for (const [id, name] of [
    [frame, 'Coffee'],
    [turned, 'Cat'],
  ] as const) {
    const source = figma.see(id) as Seen;
    const result = resultOf(name) as Seen;
    expect(result).toMatchObject({ name: `Film noir · ${name}`, width: source.width, height: source.height });
    expect(result.absoluteTransform).toEqual(source.absoluteTransform);
    expect(result.index).toBe(source.index + 1);
    const { width, height } = await sharp(imageOf(result)).metadata();
    expect(width / height).toBeCloseTo(source.width / source.height, 1);
    expect((await sharp(imageOf(result)).stats()).isOpaque).toBe(true);
    expect(await difference(imageOf(result), imageOf(source))).toBeGreaterThan(0.05);
    // What was sent is the source itself, the right way up.
    const sent = await Promise.all(
      sentPictures().map(async (url) => difference(await fetchBytes(url), imageOf(source))),
    );
    expect(Math.min(...sent)).toBeLessThan(0.02);
  }
  expect(await axeViolations(panel.ui)).toEqual([]);

  await button('Show the result for Cat').click();
  await vi.waitFor(() => expect(figma.selection()).toEqual([resultOf('Cat')?.id]), { timeout: 20_000 });
}, 120_000);

test('what was typed, its strength and its seed reach the workflow; Ctrl + Enter runs', async () => {
  figma.select([frame]);
  await panel.ui.getByRole('radio', { name: 'My prompt' }).check();
  await panel.ui.getByText('Choose a look, or write what should change.').waitFor();
  await panel.ui.getByLabel('What should change?').fill('Make it a snowy winter evening and keep the cup');
  await panel.ui.getByLabel('New seed for every layer').uncheck();
  await panel.ui.getByLabel('Seed', { exact: true }).fill('4711');
  await panel.ui.getByLabel('What should change?').press('Control+Enter');

  await row('Coffee').getByText('Placed above the layer').waitFor();
  const [run] = team.standIn.ledger();
  expect(Object.values(run?.inputs ?? {})).toEqual(
    expect.arrayContaining(['Make it a snowy winter evening and keep the cup', 4711, 0.8]),
  );
  expect(resultOf('Coffee')?.name).toBe('Make it a snowy winter evening and keep… · Coffee');
});

test('layers that cannot be sent are named with the reason, and left out', async () => {
  figma.change(turned, { visible: false });
  figma.select([frame, turned]);
  await panel.ui.getByText('Hidden. Show it to restyle it.').waitFor();
  await button('Restyle 1 layer').waitFor();

  figma.change(turned, { visible: true });
  await button('Restyle 2 layers').waitFor();
  figma.select([]);
  await panel.ui.getByText('Select a layer first.').waitFor();
  expect(await button('Restyle').isDisabled()).toBe(true);
});

test('cancel: the run is stopped, nothing is placed', async () => {
  team.standIn.setTiming({ runMs: 60_000 });
  figma.select([frame]);
  await button('Restyle 1 layer').click();
  await row('Coffee')
    .getByText(/Restyling|warming up/)
    .waitFor();

  await button('Cancel Coffee').click();

  await row('Coffee').getByText('Cancelled', { exact: true }).waitFor();
  expect(team.standIn.ledger().map(({ status }) => status)).toEqual(['cancelled']);
  expect(nodes().map(({ id }) => id)).toEqual([frame, turned]);
  await button('Remove Coffee from the list').click();
  await row('Coffee').waitFor({ state: 'detached' });
});

test('the relay is switched off: one sentence, the way to another route, and no run', async () => {
  await team.closeRelay();
  figma.select([frame, turned]);
  await button('Restyle 2 layers').click();

  const alert = panel.ui.getByRole('alert');
  await alert.getByText('The relay does not answer').waitFor();
  expect(await panel.ui.getByRole('alert').count()).toBe(1);
  await alert.getByRole('button', { name: 'Choose another route' }).click();
  await panel.ui.getByRole('heading', { name: 'Connect Restyle' }).waitFor();
  await button('Back').click();
  await button('Restyle 2 layers').waitFor();
  expect(team.standIn.ledger()).toEqual([]);
});

/** Several times the panel's longest wait between two looks at a fresh run: it is sure to be seen in the works. */
const runMs = 4_000;

test('a layer is deleted while its picture is made: the result is kept, and can go on the page', async () => {
  team.standIn.setTiming({ runMs });
  figma.select([turned]);
  const { absoluteTransform } = figma.see(turned) as Seen;
  await button('Restyle 1 layer').click();
  await row('Cat')
    .getByText(/Restyling|warming up/)
    .waitFor();
  figma.remove(turned);

  await row('Cat').getByText('The layer was deleted meanwhile').waitFor();
  await button('Put it on this page').click();
  await row('Cat').getByText('Placed on this page').waitFor();
  expect(resultOf('Cat')).toMatchObject({ width: 451, height: 300, absoluteTransform });
  expect(team.standIn.ledger()).toHaveLength(1);
});

test('the panel is closed in the middle of a run: opened again, it places the result of that run', async () => {
  team.standIn.setTiming({ runMs });
  figma.select([turned]);
  await button('Restyle 1 layer').click();
  await row('Cat')
    .getByText(/Restyling|warming up/)
    .waitFor();
  await panel.close();
  figma.stopPlugin();
  await vi.waitFor(() => expect(team.standIn.ledger()[0]?.status).toBe('success'), { timeout: 15_000 });

  await startPanel();

  await row('Cat').getByText('Placed above the layer').waitFor();
  expect(resultOf('Cat')?.absoluteTransform).toEqual(figma.see(turned)?.absoluteTransform);
  expect(team.standIn.ledger()).toHaveLength(1);
});
