import type { Browser } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { writePresetFile } from '#shared/presets/preset-file.ts';
import { firstDraft, recipeFrom } from '../../figma-plugin/ui/look/look-draft.ts';
import { isShown, isWhole } from '../campaign.ts';
import { axeViolations } from '../fakes/figma/axe.ts';
import { flat, flatPng } from '../fakes/figma/drawings.ts';
import { mainThreadOf } from '../fakes/figma/main-thread.ts';
import { sharedBrowser } from '../fakes/figma/panel-page.ts';
import type { Seen } from '../fakes/figma/sandbox/seen.ts';
import { openPanelStage, type PanelStage } from './panel-stage.ts';

let browser: Browser;
let stage: PanelStage;

beforeAll(async () => {
  browser = await sharedBrowser();
});

beforeEach(async () => {
  stage = await openPanelStage(browser);
});

afterEach(() => stage.close());

const ui = () => stage.panel().ui;
const button = (name: string | RegExp) => ui().getByRole('button', { name });
const prompts = () =>
  stage.team.standIn
    .ledger()
    .flatMap(({ inputs }) => Object.values(inputs))
    .filter((value): value is string => typeof value === 'string' && !value.startsWith('http'));
const onPage = () =>
  (stage.figma.see(stage.figma.page())?.childIds ?? []).map((id) => stage.figma.see(id) as Seen);

/** Small cards with a headline each. */
function drawCards(names: readonly string[]): string[] {
  return names.map((name, index) => {
    const text = { ...flat(0, 0, 0), characters: `${name} sale` };
    return stage.figma.draw({
      ...{ type: 'FRAME', name, x: index * 200, width: 120, height: 90, properties: flat(0.2, 0.5, 0.7) },
      children: [{ type: 'TEXT', name: 'Headline', width: 60, height: 12, properties: text }],
    });
  });
}

/** Small photographs, which are sent as they are: nothing has to be drawn. */
async function drawPhotos(names: readonly string[]): Promise<string[]> {
  const imageHash = stage.figma.addImage(await flatPng(60, 45));
  const properties = { fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageHash }] };
  return names.map((name, index) =>
    stage.figma.draw({ type: 'RECTANGLE', name, x: index * 200, width: 120, height: 90, properties }),
  );
}

const long = { timeout: 45_000 };
const oneOfTwo = { sample: 1, all: 2 };

test.runIf(isShown(0, oneOfTwo))(
  'a campaign: a row makes a picture of each layer, with the layer’s own words; gaps are said before',
  async () => {
    stage.figma.select(drawCards(['Summer', 'Winter']));
    await stage.open();
    await ui().getByRole('radio', { name: 'My prompt' }).check();
    await ui().getByLabel('What should change?').fill('Move it to {city}, under “{layer:Headline}”');
    await ui().getByText('Nothing fills {city}. Add a campaign table').waitFor();
    expect(await button('Restyle 2 layers').isDisabled()).toBe(true);

    await ui().getByRole('checkbox', { name: 'Campaign table' }).check({ force: true });
    const rows = ui().getByLabel('Rows, with the names of the columns first');
    await rows.fill('City\tprice\nRome\t1\n\t2');
    await ui().getByText('Row 3 of the table has nothing for {city}.').waitFor();
    await rows.fill('Town\nRome\nOslo');
    await ui().getByLabel('What should change?').fill('Move it, under “{layer:Headline}”');
    await ui().getByText('Every row would make the same picture. Write {Town} in the prompt').waitFor();
    expect(await button('Restyle 2 layers').isDisabled()).toBe(true);
    await ui().getByLabel('What should change?').fill('Move it to {city}, under “{layer:Headline}”');
    await rows.fill('City\tprice\nRome\t1\n"Oslo, Norway"\t2\nRome\t3');
    await ui().getByText('1 picture of each layer would only repeat another').waitFor();
    await ui().getByText('Fills {city}').waitFor();
    expect(await axeViolations(ui())).toEqual([]);
    await button('Make 4 pictures').click();

    await expect.poll(() => onPage().length, long).toBe(6);
    const places = ['Rome', 'Oslo, Norway'];
    const wanted = ['Summer', 'Winter'].flatMap((card) =>
      places.map((place) => `Move it to ${place}, under “${card} sale”`),
    );
    expect(
      prompts()
        .filter((prompt) => prompt.startsWith('Move'))
        .sort(),
    ).toEqual(wanted.sort());
    const names = onPage().map(({ name }) => name);
    expect(names.filter((name) => name.includes(' · Oslo, Norway · '))).toHaveLength(2);
    await ui()
      .getByText(/4 of 4 placed · \$[\d.]+ so far|4 of 4 placed · under/)
      .waitFor(long);
  },
);

test.runIf(isShown(1, oneOfTwo))(
  'cancel all gives up what waits and stops what runs; what failed is retried together',
  async () => {
    const { standIn } = stage.team;
    stage.figma.select(await drawPhotos(['One', 'Two', 'Three']));
    await stage.open();
    standIn.setTiming({ runMs: 60_000 });
    await button('Restyle 3 layers').click();
    await expect.poll(() => standIn.ledger().length, long).toBeGreaterThan(0);
    await button('Cancel all').click();
    await expect.poll(() => ui().getByText('Cancelled', { exact: true }).count(), long).toBe(3);
    await expect.poll(() => standIn.ledger().every(({ status }) => status === 'cancelled'), long).toBe(true);
    expect(onPage()).toHaveLength(3);

    const cancelled = standIn.ledger().length;
    standIn.setTiming({ runMs: 100 });
    const match = { method: 'POST', path: '/api/run/' };
    standIn.faults.add({ match, times: 2, action: { kind: 'runOutcome', outcome: 'failed' } });
    await button('Restyle 3 layers').click();
    await ui().getByText('1 of 3 placed · 2 failed').waitFor(long);
    await button('Retry failed').click();
    await ui()
      .getByText(/3 of 3 placed/)
      .waitFor(long);
    expect(standIn.ledger()).toHaveLength(cancelled + 5);
    expect(onPage()).toHaveLength(6);
  },
);

test.runIf(isShown(0, oneOfTwo))(
  'an order of an earlier day is made only when a person says so, at a price',
  async () => {
    const { figma, team } = stage;
    const [card = ''] = await drawPhotos(['Card']);
    figma.startPlugin();
    const fileId = await mainThreadOf(figma).request('identify-file', { freshId: 'file' });
    figma.stopPlugin();
    const recipe = recipeFrom(firstDraft, { connection: null, presets: builtInPresets });
    const order = {
      ...{ nodeId: card, layerName: 'Card', title: 'Old', note: '{}', way: 'above', cell: null },
      ...{ exactIds: [], isTiled: false, recipe: { ...recipe, deploymentId: team.standIn.deploymentId } },
    };
    figma.loadStorage({ ...figma.storage(), 'order:x': { version: 1, id: 'x', fileId, order, error: null } });
    await stage.open();
    await ui().getByText('1 picture was asked for earlier and not made yet.').waitFor(long);
    expect(await axeViolations(ui())).toEqual([]);
    expect(team.standIn.ledger()).toEqual([]);
    await button(/^Make it, about (\$|under)/).click();
    await expect.poll(() => onPage().at(-1)?.name, long).toBe('Old · Card');
    expect(team.standIn.ledger()).toHaveLength(1);
  },
);

test.runIf(isShown(1, oneOfTwo))(
  'the window takes the size that its corner is pulled or pushed to, and has it when opened again',
  async () => {
    await stage.open();
    const sizeNow = () => [stage.figma.panel().width, stage.figma.panel().height];
    expect(sizeNow()).toEqual([340, 640]);
    const handle = button(/^Resize the window/);
    await handle.press('ArrowRight');
    await expect.poll(sizeNow, long).toEqual([360, 640]);
    await handle.press('ArrowDown');
    await expect.poll(sizeNow, long).toEqual([360, 660]);
    await handle.dragTo(ui().locator('main'), { targetPosition: { x: 200, y: 300 } });
    await expect.poll(sizeNow, long).toEqual([240, 420]);
    await expect.poll(() => stage.figma.storage().window, long).toEqual({ widthPx: 240, heightPx: 420 });
    await stage.shut();
    await stage.open();
    expect(sizeNow()).toEqual([240, 420]);
  },
);

test.runIf(isWhole)(
  'presets from a file: chosen like the others, there again later, taken away again; others are refused',
  async () => {
    const [card] = drawCards(['Card']);
    stage.figma.select([card ?? '']);
    await stage.open();
    const own = {
      version: 1,
      id: 'x',
      name: 'Clay',
      description: 'Soft clay',
      prompt: 'Model it in clay',
    } as const;
    const file = writePresetFile([
      { ...own, strength: 0.7, safe: null, folder: '', builtIn: false, picture: null },
    ]);
    const pick = (text: string) =>
      ui()
        .getByLabel('Add presets from a file')
        .and(ui().locator('input'))
        .setInputFiles({ name: 'team.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await pick('{"a": 1}');
    await ui().getByRole('alert').getByText('There are no presets in this file').waitFor();
    await button('OK').click();
    await pick(file);
    await ui().getByRole('radio', { name: 'Clay' }).waitFor();
    await stage.shut();

    await stage.open();
    await ui().getByRole('radio', { name: 'Clay' }).check();
    await button('Restyle 1 layer').click();
    await expect.poll(() => onPage().at(-1)?.name, long).toBe('Clay · Card');
    expect(prompts()).toContain('Model it in clay');
    await button('Remove Clay').click();
    await ui().getByRole('radio', { name: 'Clay' }).waitFor({ state: 'detached' });
    await ui().getByText('Choose a look, or write what should change.').waitFor();
  },
);
