import type { Page } from 'playwright-core';
import { hostPatternOf } from '#shared/connection/host-pattern.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { teamSetupWords } from '#shared/i18n/en/team-setup.ts';
import { welcomeWords } from '#shared/i18n/en/welcome.ts';
import { setupToText } from '#shared/team-setup/setup-text.ts';
import { writeTeamSetup } from '#shared/team-setup/team-setup.ts';
import type { Server } from '../product/connect.ts';
import type { Hand } from './hand.ts';

/** What a newcomer does on the page that opens after install, up to the photographs. */
export type Way = (page: Page, hand: Hand) => Promise<void>;

export const sampleWay: Way = async (page, hand) => {
  await hand.press(page.getByRole('button', { name: welcomeWords.sample.label }));
};

/** With the line that whoever set the team up has sent, and a key of their own. */
export function teamWay(server: Server): Way {
  return async (page, hand) => {
    await hand.paste(await lineOf(server));
    await hand.press(page.getByRole('button', { name: teamSetupWords.import.use }));
    const key = page.getByLabel(panelWords.connect.apiKey, { exact: true });
    await key.and(page.locator(':focus')).waitFor();
    await hand.paste(server.apiKey);
    await hand.press(page.getByRole('button', { name: panelWords.connect.button, exact: true }));
    await hand.allow(hostsOf(server));
    await hand.press(page.getByRole('link', { name: welcomeWords.tryIt }));
  };
}

function hostsOf({ baseUrl, storageUrl }: Server): string[] {
  return [hostPatternOf(baseUrl), hostPatternOf(storageUrl)];
}

function lineOf(server: Server): Promise<string> {
  const { baseUrl, deploymentId } = server;
  const target = { engine: 'comfydeploy', baseUrl, deploymentId, hosts: hostsOf(server) } as const;
  const setup = { name: 'Flux Kontext edit', server: target, presets: [], lockedKey: null };
  return setupToText(writeTeamSetup(setup));
}
