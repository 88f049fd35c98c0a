import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { isShown } from '../campaign.ts';
import { axeViolations } from '../fakes/figma/axe.ts';
import type { Seen } from '../fakes/figma/sandbox/seen.ts';
import { stageTwoLayers } from './two-layers.ts';

const { stage, nodes, button, row, resultOf } = stageTwoLayers();

function imageOf({ properties }: Seen): Uint8Array {
  return stage.figma.image((properties.fills as { imageHash: string }[]).at(-1)?.imageHash ?? '');
}

/** Addresses of the pictures that the runs were asked to restyle. */
function sentPictures(): string[] {
  const values = stage.team.standIn.ledger().flatMap(({ inputs }) => Object.values(inputs));
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
  stage.figma.select([stage.frame, stage.turned]);
  await stage.panel.ui.getByRole('radio', { name: 'Film noir' }).check();
  await button('Restyle 2 layers').click();

  for (const layer of ['Coffee', 'Cat']) {
    await row(layer).getByText('Placed above the layer').waitFor({ timeout: 80_000 });
  }

  expect(stage.team.standIn.ledger()).toHaveLength(2);
  expect(stage.figma.undoSteps()).toBe(2);
  for (const [id, name] of [
    [stage.frame, 'Coffee'],
    [stage.turned, 'Cat'],
  ] as const) {
    const source = stage.figma.see(id) as Seen;
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
  expect(await axeViolations(stage.panel.ui)).toEqual([]);

  await button('Show the result for Cat').click();
  await vi.waitFor(() => expect(stage.figma.selection()).toEqual([resultOf('Cat')?.id]), { timeout: 20_000 });
}, 120_000);

test('what was typed, its strength and its seed reach the workflow; Ctrl + Enter runs', async () => {
  stage.figma.select([stage.frame]);
  await stage.panel.ui.getByRole('radio', { name: 'My prompt' }).check();
  await stage.panel.ui.getByText('Choose a look, or write what should change.').waitFor();
  await stage.panel.ui
    .getByLabel('What should change?')
    .fill('Make it a snowy winter evening and keep the cup');
  await stage.panel.ui.getByLabel('New seed for every layer').uncheck();
  await stage.panel.ui.getByLabel('Seed', { exact: true }).fill('4711');
  await stage.panel.ui.getByLabel('What should change?').press('Control+Enter');

  await row('Coffee').getByText('Placed above the layer').waitFor();
  const [run] = stage.team.standIn.ledger();
  expect(Object.values(run?.inputs ?? {})).toEqual(
    expect.arrayContaining(['Make it a snowy winter evening and keep the cup', 4711, 0.8]),
  );
  expect(resultOf('Coffee')?.name).toBe('Make it a snowy winter evening and keep… · Coffee');
});

test('layers that cannot be sent are named with the reason, and left out', async () => {
  stage.figma.change(stage.turned, { visible: false });
  stage.figma.select([stage.frame, stage.turned]);
  await stage.panel.ui.getByText('Hidden. Show it to restyle it.').waitFor();
  await button('Restyle 1 layer').waitFor();

  stage.figma.change(stage.turned, { visible: true });
  await button('Restyle 2 layers').waitFor();
  stage.figma.select([]);
  await stage.panel.ui.getByText('Select a layer first.').waitFor();
  expect(await button('Restyle').isDisabled()).toBe(true);
});

const oneOfTwo = { sample: 1, all: 2 };

// The other way to cancel, all at once, is shown by the runs that leave this one out.
test.runIf(isShown(0, oneOfTwo))('cancel: the run is stopped, nothing is placed', async () => {
  stage.team.standIn.setTiming({ runMs: 60_000 });
  stage.figma.select([stage.frame]);
  await button('Restyle 1 layer').click();
  await row('Coffee')
    .getByText(/Restyling|warming up/)
    .waitFor();

  await button('Cancel Coffee').click();

  await row('Coffee').getByText('Cancelled', { exact: true }).waitFor();
  expect(stage.team.standIn.ledger().map(({ status }) => status)).toEqual(['cancelled']);
  expect(nodes().map(({ id }) => id)).toEqual([stage.frame, stage.turned]);
  await button('Remove Coffee from the list').click();
  await row('Coffee').waitFor({ state: 'detached' });
});

test.runIf(isShown(1, oneOfTwo))(
  'the relay is switched off: one sentence, the way to another route, and no run',
  async () => {
    await stage.team.closeRelay();
    stage.figma.select([stage.frame, stage.turned]);
    await button('Restyle 2 layers').click();

    const alert = stage.panel.ui.getByRole('alert');
    await alert.getByText('The relay does not answer').waitFor();
    expect(await stage.panel.ui.getByRole('alert').count()).toBe(1);
    await alert.getByRole('button', { name: 'Choose another route' }).click();
    await stage.panel.ui.getByRole('heading', { name: 'Connect Restyle' }).waitFor();
    await button('Back').click();
    await button('Restyle 2 layers').waitFor();
    expect(stage.team.standIn.ledger()).toEqual([]);
  },
);

/** Several times the panel's longest wait between two looks at a fresh run: it is sure to be seen in the works. */
