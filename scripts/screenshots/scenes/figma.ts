import { figmaWords } from '#shared/i18n/en/figma.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { writePresetFile } from '#shared/presets/preset-file.ts';
import { flat, photo } from '../../../tests/fakes/figma/drawings.ts';
import type { FakeFigma } from '../../../tests/fakes/figma/fake-figma.ts';
import { hurried } from '../jobs.ts';
import { drawPhoto as draw, type FigmaScene, type FigmaStage } from './figma-panel.ts';
import { figmaRouteScenes } from './figma-routes.ts';

export const figmaScenes: readonly FigmaScene[] = [
  ...figmaRouteScenes,
  {
    name: 'figma-nothing-selected',
    isConnected: true,
    act: ({ ui }) => ui.getByText('Select a layer first.').waitFor(),
  },
  { name: 'figma-selected', isConnected: true, sizes: { 240: 480, 600: 800 }, act: select },
  {
    name: 'figma-placed',
    isConnected: true,
    async act(stage) {
      await select(stage);
      await stage.ui.getByRole('button', { name: 'Restyle 2 layers' }).click();
      const { standIn } = stage.team;
      await hurried(
        standIn,
        stage.ui
          .getByRole('button', { name: /^Show (?!all)/ })
          .nth(1)
          .waitFor(),
      );
    },
  },
  {
    name: 'figma-variants',
    isConnected: true,
    async act(stage) {
      await select(stage);
      await stage.ui.getByRole('radio', { name: 'Variants' }).check({ force: true });
      for (const { name } of builtInPresets.slice(3, 5))
        await stage.ui.getByRole('checkbox', { name }).check();
      await stage.ui.getByText('One labelled frame').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'figma-batch',
    isConnected: true,
    async act(stage) {
      await select(stage);
      await stage.ui.getByRole('radio', { name: 'Variants' }).check({ force: true });
      for (const { name } of builtInPresets.slice(3, 5))
        await stage.ui.getByRole('checkbox', { name }).check();
      await stage.ui.getByRole('button', { name: 'Make 6 variants' }).click();
      await stage.ui.getByRole('button', { name: 'Cancel all' }).waitFor();
    },
  },
  {
    name: 'figma-campaign',
    isConnected: true,
    async act(stage) {
      const { ui } = stage;
      await select(stage);
      await ui.getByRole('radio', { name: figmaWords.look.none }).check();
      await ui.getByLabel(figmaWords.look.prompt).fill('Move it to {city}, in {season}');
      await ui.getByRole('checkbox', { name: figmaWords.campaign.heading(0) }).check({ force: true });
      await ui.getByLabel(figmaWords.campaign.rows).fill(campaign);
      await ui.getByText('Fills {city}').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'figma-campaign-gap',
    isConnected: true,
    async act(stage) {
      await select(stage);
      await stage.ui.getByRole('radio', { name: figmaWords.look.none }).check();
      await stage.ui.getByLabel(figmaWords.look.prompt).fill('Move it to {city}');
      await stage.ui.getByText(/Nothing fills/).waitFor();
    },
  },
  {
    name: 'figma-failed',
    isConnected: true,
    async act(stage) {
      const { standIn } = stage.team;
      const match = { method: 'POST', path: '/api/run/' };
      standIn.faults.add({ match, times: 2, action: { kind: 'runOutcome', outcome: 'failed' } });
      await select(stage);
      await stage.ui.getByRole('button', { name: 'Restyle 2 layers' }).click();
      await hurried(standIn, stage.ui.getByRole('button', { name: 'Retry failed' }).waitFor());
    },
  },
  {
    name: 'figma-presets-from-a-file',
    isConnected: true,
    async act(stage) {
      const { ui } = stage;
      await select(stage);
      const text = writePresetFile([{ ...ownPreset, picture: null }]);
      const file = { name: 'team.json', mimeType: 'application/json', buffer: Buffer.from(text) };
      const input = ui.getByLabel(figmaWords.look.importPresets).and(ui.locator('input'));
      await input.setInputFiles(file);
      await ui.getByRole('radio', { name: ownPreset.name }).check();
    },
  },
  {
    name: 'figma-keep-exactly',
    isConnected: true,
    async act({ figma, ui }) {
      figma.select([await drawCard(figma)]);
      await ui.getByRole('checkbox', { name: /Keep exactly/ }).check({ force: true });
      await ui.getByRole('checkbox', { name: 'All text' }).check();
      await ui.getByRole('checkbox', { name: 'Logo' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'figma-result-selected',
    isConnected: true,
    async act(stage) {
      await select(stage);
      await stage.ui.getByRole('button', { name: 'Restyle 2 layers' }).click();
      const show = stage.ui.getByRole('button', { name: /^Show (?!all)/ });
      await hurried(stage.team.standIn, show.nth(1).waitFor());
      await show.first().click();
      await stage.ui.getByRole('button', { name: 'Take away the result' }).waitFor();
      const layers = stage.ui.getByRole('list', { name: figmaWords.layers.heading });
      await layers.locator('img').waitFor();
    },
  },
];

const campaign = 'city\tseason\nRome\tspring\nOslo\twinter\nCairo\tthe rain';

const ownPreset: Preset = {
  ...{
    version: 1,
    id: 'team.clay',
    name: 'Clay',
    description: 'Soft clay',
    safe: null,
    folder: '',
    builtIn: false,
    picture: null,
  },
  ...{ prompt: 'Model it in soft clay, keep the composition', strength: 0.7 },
};

async function select({ figma, ui }: FigmaStage): Promise<void> {
  const ids = [await draw(figma, 'Coffee', 'coffee.png', 0), await draw(figma, 'Cat', 'chelsea.png', 700)];
  figma.select(ids);
  await ui.getByRole('radio', { name: builtInPresets[2]?.name ?? '' }).check();
  await ui.getByRole('list', { name: figmaWords.layers.heading }).locator('img').nth(1).waitFor();
}

/** A card with words and a logo on a photograph. */
async function drawCard(figma: FakeFigma): Promise<string> {
  const text = (name: string, y: number) => ({
    ...{ type: 'TEXT', name, x: 30, y, width: 300, height: 40 },
    properties: flat(1, 1, 1),
  });
  const logo = { type: 'INSTANCE', name: 'Logo', x: 520, y: 20, width: 60, height: 60 };
  return figma.draw({
    ...{ type: 'FRAME', name: 'Card', width: 600, height: 400 },
    properties: await photo(figma, 'coffee.png'),
    children: [text('Headline', 280), text('Price', 330), { ...logo, properties: flat(0.9, 0.2, 0.2) }],
  });
}
