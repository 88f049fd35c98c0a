import { browser } from 'wxt/browser';
import { AppError, toErrorData } from '#shared/errors/app-error.ts';
import type { Job } from '#shared/jobs/job.ts';
import { newRecipe } from '#shared/jobs/new-recipe.ts';
import type { JobRequest, JobRunner } from '#shared/jobs/runner.ts';
import { systemIds } from '#shared/platform.ts';
import type { StoredBlob } from '#shared/ports.ts';
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

type Place = { tabId: number; frameId: number; windowId: number };
type Restyling = { jobId: string; place: Place; pictureUrl: string; presetId: string | null };

/** A picture being read, before there is a job: it can be called off, and is read once. */
type Capturing = { place: Place; isCalledOff: boolean };

type PictureFacts = { label: string; captureRoute: string };

/** Keeps a picture for the next batch. */
export type AddToBatch = (source: StoredBlob, facts: PictureFacts) => Promise<void>;

/** From a click in the menu to a job with its overlay on the page. */
export function createPageRestyling(runner: JobRunner, { journal, blobs }: Services, addToBatch: AddToBatch) {
  const capturing = new Map<string, Capturing>();

  return {
    async onMenuClick({ choice, info, tab }: MenuClick): Promise<void> {
      const place = { tabId: tab.id ?? -1, frameId: info.frameId ?? 0, windowId: tab.windowId };
      const pictureUrl = info.srcUrl ?? '';
      const restyling = { jobId: systemIds.uuid(), place, pictureUrl, presetId: null };
      if (choice.kind === 'quick-prompt') return captureFor(restyling, runner, showInPanel);
      if (choice.kind === 'add-to-batch') return captureFor(restyling, runner, addToBatch);
      await restyle({ ...restyling, presetId: choice.presetId });
    },

    /** Begins again a job whose picture was never read, e.g. after its host was allowed. */
    async again(job: Job): Promise<void> {
      const { tabId = -1, frameId = 0, pictureUrl = '' } = job.context;
      const windowId = await browser.tabs.get(tabId).then(
        (tab) => tab.windowId,
        () => -1,
      );
      const place = { tabId, frameId, windowId };
      await restyle({ jobId: job.id, place, pictureUrl, presetId: job.recipe.presetId });
    },

    /** The handlers for what overlay frames ask. */
    handlers(): Pick<Handlers, keyof OverlayMessages> {
      return {
        'overlay.layout': async ({ jobId, layout }) => (await agentOf(jobId)).layout(jobId, layout),
        'overlay.close': async ({ jobId }) => {
          const underWay = capturing.get(jobId);
          if (underWay) underWay.isCalledOff = true;
          await (await agentOf(jobId)).remove(jobId);
        },
      };
    },
  };

  async function agentOf(jobId: string) {
    const place = capturing.get(jobId)?.place;
    const { tabId = -1, frameId = 0 } = place ?? (await journal.get(jobId))?.context ?? {};
    return createPageAgent({ tabId, frameId, windowId: -1 });
  }

  async function restyle(restyling: Restyling): Promise<void> {
    const { jobId, place } = restyling;
    if (capturing.has(jobId)) return;
    const underWay: Capturing = { place, isCalledOff: false };
    capturing.set(jobId, underWay);
    try {
      await captureAndStart(restyling, underWay);
    } finally {
      capturing.delete(jobId);
    }
  }

  async function captureAndStart({ jobId, place, pictureUrl, presetId }: Restyling, underWay: Capturing) {
    const agent = createPageAgent(place);
    const isInPage = await agent.enter();
    const claim = isInPage ? await agent.claim(jobId, pictureUrl) : null;
    const request = await requestFor({ jobId, place, pictureUrl, presetId }, claim?.label);
    try {
      const { source, route } = await capturePicture(agent, jobId, pictureUrl);
      if (underWay.isCalledOff) return;
      const context = { ...request.context, captureRoute: route };
      await rememberPicture(source, context, blobs);
      await runner.start({ ...request, context, source });
    } catch (error) {
      const closed = isInPage
        ? error
        : new AppError('page-closed-to-extensions', 'The page cannot be entered');
      await runner.refuse(request, toErrorData(closed));
    }
    // Nothing of ours stands in such a page: the panel shows what became of it.
    if (!isInPage) await openPanel();
  }

  async function showInPanel(source: StoredBlob, facts: PictureFacts): Promise<void> {
    await rememberPicture(source, facts, blobs);
    await openPanel();
  }
}

/** Reads a picture for somebody else; the panel says why one could not be read. */
async function captureFor(restyling: Restyling, runner: JobRunner, keep: AddToBatch): Promise<void> {
  const agent = createPageAgent(restyling.place);
  await agent.enter();
  try {
    const { source, route } = await capturePicture(agent, restyling.jobId, restyling.pictureUrl);
    await keep(source, { label: labelOf(restyling.pictureUrl), captureRoute: route });
  } catch (error) {
    await runner.refuse(await requestFor(restyling, undefined), toErrorData(error));
    await openPanel();
  }
}

/** The job that a click asks for, less its picture. */
async function requestFor({ jobId, place, pictureUrl, presetId }: Restyling, label: string | undefined) {
  const preset = findPreset(presetId);
  const wishes = { preset, typed: '', strength: null, seed: systemIds.seed() };
  const { tabId, frameId } = place;
  const where = { surface: 'page', pictureUrl, tabId, frameId, captureRoute: 'none' } as const;
  const context = { ...where, label: label || labelOf(pictureUrl) };
  const recipe = newRecipe(await loadMainConnection(), wishes);
  return { id: jobId, recipe, context } satisfies Omit<JobRequest, 'source'>;
}

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
