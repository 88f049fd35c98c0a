import type { Page } from 'playwright-core';
import { relayPageWords as words } from '#shared/i18n/en/relay.ts';
import type { StudioStage } from '../../../tests/fakes/relay/studio-stage.ts';
import type { WebAppScene } from './web-app.ts';

const both = [390, 900];

/** The relay's own pages, for who runs it. After those of the web app: what Joan made is in their figures. */
export const adminScenes: readonly WebAppScene[] = [
  {
    name: 'admin-sign-in',
    widthsPx: both,
    act: async (page, stage) => void (await page.goto(adminUrl(stage))),
  },
  { name: 'admin-members', widthsPx: both, act: signIn },
  {
    name: 'admin-invitation',
    widthsPx: both,
    async act(page, stage) {
      await signIn(page, stage);
      await page.getByRole('link', { name: 'Joan' }).click();
      await page.getByRole('button', { name: words.makeLink }).click();
      await page.getByRole('heading', { name: words.link('Joan') }).waitFor();
    },
  },
  {
    name: 'admin-member',
    widthsPx: both,
    async act(page, stage) {
      await signIn(page, stage);
      await page.getByRole('link', { name: 'Joan' }).click();
      await page.getByRole('heading', { name: words.rights }).waitFor();
    },
  },
  {
    name: 'admin-runs',
    widthsPx: both,
    async act(page, stage) {
      await signIn(page, stage);
      await page.getByRole('link', { name: words.runs }).click();
      await page.getByRole('heading', { name: words.runs }).waitFor();
    },
  },
];

async function signIn(page: Page, stage: StudioStage): Promise<void> {
  await page.goto(await stage.adminInvitation());
  await page.getByRole('button', { name: words.getToken }).click();
  await page.getByRole('link', { name: words.toAdmin }).click();
  await page.getByRole('heading', { name: words.members }).waitFor();
}

function adminUrl({ url }: StudioStage): string {
  return new URL('/admin', url).href;
}
