import type { Page } from 'playwright-core';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import type { ChromiumSession } from '../browser/chromium.ts';

/** Connects the sample looks, which need no server and no right; answers the settings page. */
export async function connectOnDevice(session: ChromiumSession): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('/options.html'));
  const { label } = settingsWords.onDevice;
  await page.getByText(label, { exact: true }).click();
  await page.getByRole('form', { name: label }).getByRole('button').last().click();
  await page
    .getByText(/^Connected to/)
    .first()
    .waitFor();
  return page;
}
