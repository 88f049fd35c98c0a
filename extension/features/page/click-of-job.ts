import { browser } from 'wxt/browser';
import type { Job } from '#shared/jobs/job.ts';
import { noSource } from '#shared/jobs/job-request.ts';
import type { SiteMemory } from './capture/site-memory.ts';
import type { Click } from './click.ts';

export function hasNoPicture(job: Job | null): job is Job {
  return job?.recipe.sourceKey === noSource;
}

/** A picture that could not be read for panel or batch is kept as a job that asks for nothing: none of it is run unseen. */
export function wasForOthers({ recipe }: Job): boolean {
  return recipe.presetId === null && recipe.prompt === '';
}

/** What a job was asked for by, to read its picture again. */
export async function clickOf({ id: jobId, context, recipe }: Job, wish: SiteMemory = {}): Promise<Click> {
  const { tabId = -1, frameId = 0, pictureUrl = '', page } = context;
  const windowId = await browser.tabs.get(tabId).then(
    (tab) => tab.windowId,
    () => -1,
  );
  const place = { tabId, frameId, windowId };
  const { presetId } = recipe;
  return { jobId, place, pictureUrl, presetId, page, again: false, wish, recorded: { recipe, context } };
}
