import { browser } from 'wxt/browser';
import { newestJobs } from '#shared/web/storage/job-journal.ts';
import type { Services } from '../../platform/services.ts';
import type { ShownRequest } from './shown-messages.ts';

/** More pictures than anybody has lying on a page. */
const lookedAt = 200;

/** Asks all frames of a tab that a job was begun in lately; answers what those say that still stand. */
export function createAskFrames(database: Services['database']) {
  async function framesOf(tabId: number): Promise<ReadonlySet<number>> {
    const frameIds = (await newestJobs(database, lookedAt))
      .filter(({ context }) => context.tabId === tabId)
      .map(({ context }) => context.frameId ?? 0);
    return new Set([0, ...frameIds]);
  }

  return async <T>(tabId: number, request: ShownRequest): Promise<T[]> => {
    const asked = [...(await framesOf(tabId))].map(async (frameId) => {
      const reply = await browser.tabs.sendMessage(tabId, request, { frameId }).catch(() => null);
      return (reply ?? null) as T | null;
    });
    return (await Promise.all(asked)).filter((each) => each !== null) as T[];
  };
}
