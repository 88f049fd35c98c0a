import { panelWords } from '#shared/i18n/en/panel.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { teamSetupWords } from '#shared/i18n/en/team-setup.ts';
import { welcomeWords } from '#shared/i18n/en/welcome.ts';
import { setupToText } from '#shared/team-setup/setup-text.ts';
import { writeTeamSetup } from '#shared/team-setup/team-setup.ts';
import { rightClick } from '../../browser/right-click.ts';
import type { Scene } from '../scene.ts';
import { disconnect, openOwnPage, reconnect } from '../stage.ts';

const look = { widthsPx: [320, 640, 1280], heightPx: 800, wholePage: true } as const;

const server = {
  engine: 'comfydeploy',
  baseUrl: 'https://restyle.studio-north.example/api',
  deploymentId: '15e79589-12c9-453c-a41a-348fdd7de957',
  hosts: ['https://restyle.studio-north.example/*'],
} as const;

/** The page that opens after install, from nothing to the first picture. Begins and ends connected to nothing. */
export const welcomeScenes: readonly Scene[] = [
  { ...look, name: 'welcome', open: (stage) => openOwnPage(stage, '/welcome.html') },
  {
    ...look,
    name: 'welcome-team',
    async open(stage) {
      const page = await openOwnPage(stage, '/welcome.html');
      await page.getByRole('button', { name: welcomeWords.team.label }).click();
      const setup = { name: 'Studio North, Kontext', server, presets: [], lockedKey: null };
      const line = await setupToText(writeTeamSetup(setup));
      await page.getByLabel(teamSetupWords.import.label).fill(line);
      await page.getByRole('button', { name: teamSetupWords.import.use }).waitFor();
      return page;
    },
  },
  {
    ...look,
    name: 'welcome-own',
    async open(stage) {
      const page = await openOwnPage(stage, '/welcome.html');
      await page.getByRole('button', { name: welcomeWords.own.label }).click();
      await page.getByRole('button', { name: panelWords.connect.button, exact: true }).waitFor();
      return page;
    },
  },
  {
    ...look,
    name: 'welcome-ready',
    async open(stage) {
      await (await reconnect(stage)).close();
      const page = await openOwnPage(stage, '/welcome.html');
      await page.getByRole('link', { name: welcomeWords.tryIt }).waitFor();
      return page;
    },
  },
  {
    ...look,
    name: 'welcome-practice',
    async open(stage) {
      await disconnect(stage);
      const page = await openOwnPage(stage, '/welcome.html');
      await page.getByRole('button', { name: welcomeWords.sample.label }).click();
      await page.getByRole('heading', { name: welcomeWords.practice.title }).waitFor();
      return page;
    },
  },
  {
    ...look,
    name: 'welcome-first-result',
    async open(stage) {
      const page = await openOwnPage(stage, '/welcome.html#practice');
      await rightClick(stage.product.session, page, { css: 'figure img' }, { childIndex: 0 });
      await page.getByText(welcomeWords.practice.done).waitFor({ timeout: 30_000 });
      return page;
    },
  },
  {
    widthsPx: [400, 900],
    heightPx: 800,
    name: 'settings-search',
    async open(stage) {
      await disconnect(stage);
      const page = await openOwnPage(stage, '/options.html');
      await page.getByLabel(settingsWords.search.label).fill('permission');
      return page;
    },
  },
];
