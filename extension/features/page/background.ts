import { browser } from 'wxt/browser';
import { AppError, toErrorData } from '#shared/errors/app-error.ts';
import type { Job } from '#shared/jobs/job.ts';
import { newRecipe } from '#shared/jobs/new-recipe.ts';
import type { JobRequest, JobRunner } from '#shared/jobs/runner.ts';
import { systemIds } from '#shared/platform.ts';
import { findPreset } from '#shared/presets/find-preset.ts';
import type { Handlers } from '../../messaging.ts';
import { loadMainConnection } from '../../platform/connection-store.ts';
import { rememberPicture } from '../../platform/last-picture.ts';
import type { Services } from '../../platform/services.ts';
import { openPage, panelPath } from '../../platform/views/open-page.ts';
import { createPageAgent } from './agent-client.ts';
import { capturePicture } from './capture.ts';
import type { MenuClick } from './menus.ts';
import type { OverlayMessages } from './messages.ts';

/** From a click in the menu to a job with its overlay on the page. */
export function createPageRestyling(runner: JobRunner, { journal, blobs }: Services) {
  return {
    async onMenuClick({ choice, info, tab }: MenuClick): Promise<void> {
      const place = { tabId: tab.id ?? -1, frameId: info.frameId ?? 0, windowId: tab.windowId };
      const pictureUrl = info.srcUrl ?? '';
      if (choice.kind === 'quick-prompt') return captureForPopup(place, pictureUrl);
      await restyle({ jobId: systemIds.uuid(), place, pictureUrl, presetId: choice.presetId });
    },

    /** Begins again a job whose picture was never read, e.g. after its host was allowed. */
    async again(job: Job): Promise<void> {
      const { tabId = -1, frameId = 0, pictureUrl = '' } = job.context;
      const tab = await browser.tabs.get(tabId);
      const place = { tabId, frameId, windowId: tab.windowId };
      await restyle({ jobId: job.id, place, pictureUrl, presetId: job.recipe.presetId });
    },

    /** The handlers for what overlay frames ask. */
    handlers(): Pick<Handlers, keyof OverlayMessages> {
      const agentOf = async (jobId: string) => {
        const context = (await journal.get(jobId))?.context;
        return createPageAgent({ tabId: context?.tabId ?? -1, frameId: context?.frameId ?? 0, windowId: -1 });
      };
      return {
        'overlay.layout': async ({ jobId, layout }) =>
          void (await (await agentOf(jobId)).layout(jobId, layout)),
        'overlay.close': async ({ jobId }) => void (await (await agentOf(jobId)).remove(jobId)),
      };
    },
  };

  async function restyle({ jobId, place, pictureUrl, presetId }: Restyling): Promise<void> {
    const preset = findPreset(presetId);
    const recipe = newRecipe(await loadMainConnection(), {
      preset,
      typed: '',
      strength: null,
      seed: systemIds.seed(),
    });
    const agent = createPageAgent(place);
    const isInPage = await agent.enter();
    const claim = isInPage ? await agent.claim(jobId, pictureUrl) : null;
    const { tabId, frameId } = place;
    const context = {
      label: claim?.label || labelOf(pictureUrl),
      surface: 'page',
      pictureUrl,
      tabId,
      frameId,
    } as const;
    const request = (captureRoute: string): Omit<JobRequest, 'source'> => ({
      id: jobId,
      recipe,
      context: { ...context, captureRoute },
    });
    try {
      const { source, route } = await capturePicture(agent, jobId, pictureUrl);
      await begin({ ...request(route), source });
    } catch (error) {
      const closed = isInPage
        ? error
        : new AppError('page-closed-to-extensions', 'The page cannot be entered');
      await runner.refuse(request('none'), toErrorData(closed));
    }
  }

  async function begin(request: JobRequest): Promise<void> {
    await rememberPicture(request.source, request.context, blobs);
    await runner.start(request);
  }

  async function captureForPopup(place: Restyling['place'], pictureUrl: string): Promise<void> {
    const agent = createPageAgent(place);
    await agent.enter();
    const { source, route } = await capturePicture(agent, systemIds.uuid(), pictureUrl);
    await rememberPicture(source, { label: labelOf(pictureUrl), captureRoute: route }, blobs);
    await openPanel();
  }
}

type Restyling = {
  jobId: string;
  place: { tabId: number; frameId: number; windowId: number };
  pictureUrl: string;
  presetId: string | null;
};

/** The popup where the browser lets us open it, else the same panel in a tab. */
async function openPanel(): Promise<void> {
  await browser.action.openPopup().catch(() => openPage(`${panelPath}?tab`));
}

/** A short name for a picture: the last part of its address. */
function labelOf(pictureUrl: string): string {
  const { pathname = '', protocol = '' } = URL.parse(pictureUrl) ?? {};
  const last = protocol.startsWith('http') ? pathname.split('/').at(-1) : '';
  return decodeURIComponentSafely(last || 'picture').slice(0, 80);
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
