import { figmaWords } from '#shared/i18n/en/figma.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { drawPhoto, type FigmaScene } from './figma-panel.ts';

/** The ways to whoever makes the pictures, and what a panel shows that has none. */
export const figmaRouteScenes: readonly FigmaScene[] = [
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
      figma.select([await drawPhoto(figma, 'Coffee', 'coffee.png', 0)]);
      await ui.getByRole('radio', { name: builtInPresets[2]?.name ?? '' }).check();
      await ui.getByRole('button', { name: 'Restyle 1 layer' }).click();
      await ui.getByRole('button', { name: /^Show (?!all)/ }).waitFor();
    },
  },
];
