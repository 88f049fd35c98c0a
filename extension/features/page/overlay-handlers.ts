import type { Handlers } from '../../messaging.ts';
import type { Services } from '../../platform/services.ts';
import { openPage } from '../../platform/views/open-page.ts';
import { createPageAgent, type PagePlace } from './agent-client.ts';
import type { PageRestyling } from './background.ts';
import { clickOf, hasNoPicture } from './click-of-job.ts';
import type { OverlayMessages } from './messages.ts';
import { startPicking } from './start-picking.ts';

/** The handlers for what overlay frames ask. */
export function overlayHandlers(
  { capturing, restyle, captureForPanel }: PageRestyling,
  { journal }: Services,
): Pick<Handlers, keyof OverlayMessages> {
  async function placeOf(jobId: string): Promise<PagePlace> {
    const place = capturing.get(jobId)?.place;
    const { tabId = -1, frameId = 0 } = place ?? (await journal.get(jobId))?.context ?? {};
    return { tabId, frameId, windowId: -1 };
  }
  const agentOf = async (jobId: string) => createPageAgent(await placeOf(jobId));

  return {
    'overlay.layout': async ({ jobId, layout }) => (await agentOf(jobId)).layout(jobId, layout),
    'overlay.open': ({ path }) => openPage(path),
    'overlay.close': async ({ jobId }) => {
      const underWay = capturing.get(jobId);
      if (underWay) underWay.isCalledOff = true;
      await (await agentOf(jobId)).remove(jobId);
    },
    'overlay.pickAnother': async ({ jobId }) => {
      const hasStarted = await startPicking({ ...(await placeOf(jobId)), targetElementId: null });
      // What could not be read gives way to what is picked instead.
      if (hasStarted && hasNoPicture(await journal.get(jobId))) await (await agentOf(jobId)).remove(jobId);
      return hasStarted;
    },
    'overlay.useScreen': async ({ jobId }) => {
      const job = await journal.get(jobId);
      if (hasNoPicture(job)) await restyle(await clickOf(job, { prefersScreen: true }));
    },
    'overlay.useLarger': async ({ jobId }) => {
      const job = await journal.get(jobId);
      if (!job) return;
      const click = await clickOf(job, { prefersScreen: false });
      await captureForPanel({ ...click, presetId: null, recorded: undefined });
    },
  };
}
