import { browser } from 'wxt/browser';
import { AppError, isAppError, toErrorData } from '#shared/errors/app-error.ts';
import type { Job } from '#shared/jobs/job.ts';
import { newRecipe } from '#shared/jobs/new-recipe.ts';
import { type JobRequest, type JobRunner, noSource } from '#shared/jobs/runner.ts';
import { systemIds } from '#shared/platform.ts';
import { findPreset } from '#shared/presets/find-preset.ts';
import type { Handlers } from '../../messaging.ts';
import { loadMainConnection } from '../../platform/connection-store.ts';
import { rememberPicture } from '../../platform/last-picture.ts';
import type { Services } from '../../platform/services.ts';
import { openPage, panelPath } from '../../platform/views/open-page.ts';
import { createPageAgent, type PagePlace } from './agent-client.ts';
import { recallSite, rememberSite, type SiteMemory } from './capture/site-memory.ts';
import { type Capture, capturePicture } from './capture.ts';
import { type Entered, enterPage } from './enter-page.ts';
import type { OverlayMessages } from './messages.ts';

type Restyling = {
  jobId: string;
  place: PagePlace;
  pictureUrl: string;
  presetId: string | null;
  /** What the person has just decided about this site. */
  wish?: SiteMemory;
};

/** A picture being read, before there is a job: it can be called off, and is read once. */
type Capturing = { place: PagePlace; isCalledOff: boolean };

/** From a click in the menu to a job with its overlay on the page. */
export function createPageRestyling(runner: JobRunner, { journal, blobs }: Services) {
  const capturing = new Map<string, Capturing>();

  return {
    restyle,
    captureForPopup,

    /** Begins again a job whose picture was never read, e.g. after its host was allowed. */
    async again(job: Job): Promise<void> {
      if (!wasForPanel(job)) return restyle(await restylingOf(job));
      await journal.delete(job.id);
      await captureForPopup(await restylingOf(job));
    },

    /** The handlers for what overlay frames ask. */
    handlers(): Pick<Handlers, keyof OverlayMessages> {
      return {
        'overlay.layout': async ({ jobId, layout }) => (await agentOf(jobId)).layout(jobId, layout),
        'overlay.open': ({ path }) => openPage(path),
        'overlay.close': async ({ jobId }) => {
          const underWay = capturing.get(jobId);
          if (underWay) underWay.isCalledOff = true;
          await (await agentOf(jobId)).remove(jobId);
        },
        'overlay.useScreen': async ({ jobId }) => {
          const job = await journal.get(jobId);
          if (hasNoPicture(job)) await restyle(await restylingOf(job, { prefersScreen: true }));
        },
        'overlay.useLarger': async ({ jobId }) => {
          const job = await journal.get(jobId);
          if (job) await captureForPopup(await restylingOf(job, { prefersScreen: false }));
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

  async function captureAndStart(restyling: Restyling, underWay: Capturing) {
    const page = await enterPage(restyling);
    underWay.place = page.place;
    const request = await requestFor({ ...restyling, place: page.place }, page.label);
    try {
      const { source, receipt } = await captureHere(page, restyling);
      if (underWay.isCalledOff) return;
      const context = { ...request.context, captureRoute: receipt.route, receipt };
      await rememberPicture(source, context, blobs);
      await runner.start({ ...request, context, source });
    } catch (error) {
      await runner.refuse(request, toErrorData(whyNot(page, error)));
    }
    // Nothing of ours stands in such a page: the panel shows what became of it.
    if (!page.canShow) await openPanel();
  }

  /** Reads a picture for the panel, which shows it, or says why it could not be read. */
  async function captureForPopup(restyling: Restyling): Promise<void> {
    const page = await enterPage(restyling, { withOverlay: false });
    const label = page.label || labelOf(restyling.pictureUrl);
    try {
      const { source, receipt } = await captureHere(page, restyling);
      await rememberPicture(source, { label, captureRoute: receipt.route, receipt }, blobs);
    } catch (error) {
      const request = await requestFor({ ...restyling, place: page.place }, label);
      // Not in the place of a job that was made of the same picture.
      if (await journal.get(request.id)) request.id = systemIds.uuid();
      await runner.refuse(request, toErrorData(whyNot(page, error)));
    }
    await openPanel();
  }
}

function hasNoPicture(job: Job | null): job is Job {
  return job?.recipe.sourceKey === noSource;
}

/** A picture that could not be read for the panel is kept as a job that asks for nothing: none of it is run unseen. */
function wasForPanel({ recipe }: Job): boolean {
  return recipe.presetId === null && recipe.prompt === '';
}

/** What a job was asked for by, to read its picture again. */
async function restylingOf({ id: jobId, context, recipe }: Job, wish: SiteMemory = {}): Promise<Restyling> {
  const { tabId = -1, frameId = 0, pictureUrl = '' } = context;
  const windowId = await browser.tabs.get(tabId).then(
    (tab) => tab.windowId,
    () => -1,
  );
  return { jobId, place: { tabId, frameId, windowId }, pictureUrl, presetId: recipe.presetId, wish };
}

/** Reads the picture, and keeps in mind what led to it on this site. */
async function captureHere({ agent, facts }: Entered, { jobId, wish }: Restyling): Promise<Capture> {
  const site = { ...(await recallSite(facts.pageOrigin)), ...wish };
  const capture = await capturePicture(agent, { jobId, facts, site });
  await rememberSite(facts.pageOrigin, { ...wish, route: capture.receipt.route });
  return capture;
}

/** Of a page that is closed to us, the host is still worth asking for: its file may be read without the page. */
function whyNot({ isOpen }: Entered, error: unknown): unknown {
  const canBeAsked = isAppError(error) && error.code !== 'picture-unavailable';
  return isOpen || canBeAsked
    ? error
    : new AppError('page-closed-to-extensions', 'The page cannot be entered');
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
export async function openPanel(): Promise<void> {
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
