import type { Page } from 'playwright-core';
import { historyWords } from '#shared/i18n/en/history.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import type { Job } from '#shared/jobs/job.ts';
import { type ChromiumSession, launchChromium } from '../browser/chromium.ts';
import { connectOnDevice } from '../product/connect-on-device.ts';
import { fillHistory } from '../product/fill-history.ts';
import { waitForEnd, waitForNewJob } from '../product/stored-jobs.ts';
import { photo } from '../screenshots/stage.ts';
import { copyExtension } from './extension-copy.ts';
import type { Workshop } from './workshop.ts';

export type HistoryStage = { session: ChromiumSession; panel: Page; job: Job };

/** The extension with one real job of the sample looks, and so many invented entries beside it. */
export async function onHistoryStage<T>(
  workshop: Workshop,
  entryCount: number,
  measure: (stage: HistoryStage) => Promise<T>,
): Promise<T> {
  const session = await launchChromium({ extensionDir: await copyExtension(workshop, 'history') });
  try {
    const settings = await connectOnDevice(session);
    const panel = await session.context.newPage();
    await panel.goto(session.extensionUrl('/popup.html?tab'));
    await panel.locator('input[type=file]').setInputFiles(photo('coffee.png'));
    await panel.getByRole('button', { name: panelWords.picture.change }).waitFor();
    await panel.getByRole('button', { name: panelWords.run.button }).click();
    const { id } = await waitForNewJob(settings, new Set());
    const job = await waitForEnd(settings, id);
    await panel.getByRole('group', { name: historyWords.rating }).waitFor();
    await fillHistory(settings, job, entryCount);
    return await measure({ session, panel, job });
  } finally {
    await session.close();
  }
}
