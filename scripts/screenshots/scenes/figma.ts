import type { Browser, FrameLocator } from 'playwright-core';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { writePresetFile } from '#shared/presets/preset-file.ts';
import { connectBeforehand } from '../../../tests/fakes/figma/connected.ts';
import { flat, photo } from '../../../tests/fakes/figma/drawings.ts';
import { type FakeFigma, startFakeFigma } from '../../../tests/fakes/figma/fake-figma.ts';
import { openPanel } from '../../../tests/fakes/figma/panel-page.ts';
import { startTeam, type Team } from '../../../tests/fakes/figma/team.ts';
import { hurried } from '../jobs.ts';
import type { Scheme } from '../scene.ts';
import { timing } from '../stage.ts';

type FigmaStage = { figma: FakeFigma; team: Team; ui: FrameLocator };

/** A state of the plugin's panel, 340 pixels wide unless a person has pulled at it. */
export type FigmaScene = {
  name: string;
  isConnected: boolean;
  /** Other heights by width, in pixels. */
  sizes?: Readonly<Record<number, number>>;
  act(stage: FigmaStage): Promise<void>;
};

export const figmaScenes: readonly FigmaScene[] = [
  {
    name: 'figma-not-connected',
    isConnected: false,
    sizes: { 240: 480 },
    act: ({ ui }) => ui.getByLabel('Relay address').waitFor(),
  },
  {
    name: 'figma-route-works',
    isConnected: false,
    async act({ ui, team }) {
      await ui.getByLabel('Relay address').fill(team.relayUrl);
      await ui.getByLabel('Your token').fill(team.token);
      await ui.getByLabel('Deployment id').fill(team.standIn.deploymentId);
      await ui.getByRole('button', { name: 'Test connection' }).click();
      await ui.getByText('Works', { exact: true }).waitFor();
      await ui.getByRole('button', { name: figmaWords.connect.done }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'figma-route-fails',
    isConnected: true,
    sizes: { 240: 480 },
    async act({ ui }) {
      await ui.getByRole('button', { name: figmaWords.run.settings }).click();
      await ui.getByRole('radio', { name: figmaWords.connect.routes.browser }).check();
      await ui.getByLabel(figmaWords.connect.secret.browser).fill('restyle-0123-4567');
      await ui.getByRole('button', { name: figmaWords.connect.test.browser, exact: true }).click();
      await ui.getByRole('alert').waitFor();
    },
  },
  {
    name: 'figma-sample-looks',
    isConnected: false,
    sizes: { 240: 480, 600: 800 },
    async act({ figma, ui }) {
      await ui.getByRole('button', { name: figmaWords.samples.begin }).click();
      figma.select([await draw(figma, 'Coffee', 'coffee.png', 0)]);
      await ui.getByRole('radio', { name: builtInPresets[2]?.name ?? '' }).check();
      await ui.getByRole('button', { name: 'Restyle 1 layer' }).click();
      await ui.getByRole('button', { name: /^Show (?!all)/ }).waitFor();
    },
  },
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

/** The panel in a Figma of our own, with two layers drawn; PNG. */
export async function shootFigma(
  browser: Browser,
  scene: FigmaScene,
  { theme, density, widthPx }: { theme: Scheme; density: number; widthPx: number },
): Promise<Buffer> {
  const team = await startTeam({ timing, megapixels: 0.2 });
  const figma = await startFakeFigma();
  if (scene.isConnected) await connectBeforehand(figma, team);
  figma.startPlugin();
  const panel = await openPanel(browser, figma, { theme, density, allowedDomains: [team.relayUrl] });
  try {
    const heightPx = scene.sizes?.[widthPx];
    const page = panel.ui.locator('main').page();
    if (heightPx) await page.setViewportSize({ width: widthPx, height: heightPx });
    await scene.act({ figma, team, ui: panel.ui });
    return await panel.screenshot();
  } finally {
    await panel.close();
    figma.close();
    await team.close();
  }
}

async function select({ figma, ui }: FigmaStage): Promise<void> {
  const ids = [await draw(figma, 'Coffee', 'coffee.png', 0), await draw(figma, 'Cat', 'chelsea.png', 700)];
  figma.select(ids);
  await ui.getByRole('radio', { name: builtInPresets[2]?.name ?? '' }).check();
  await ui.getByRole('list', { name: figmaWords.layers.heading }).locator('img').nth(1).waitFor();
}

async function draw(figma: FakeFigma, name: string, file: string, x: number): Promise<string> {
  const size = { x, width: 600, height: 400 };
  return figma.draw({ type: 'FRAME', name, ...size, properties: await photo(figma, file) });
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
