import { browser } from 'wxt/browser';
import { AppError, toErrorData } from '#shared/errors/app-error.ts';
import type { Job, SourcePage } from '#shared/jobs/job.ts';
import { newRecipe } from '#shared/jobs/new-recipe.ts';
import type { StartOnce } from '#shared/jobs/once.ts';
import type { JobRequest, JobRunner } from '#shared/jobs/runner.ts';
import { systemIds } from '#shared/platform.ts';
import type { StoredBlob } from '#shared/ports.ts';
import { findPreset } from '#shared/presets/find-preset.ts';
import type { Handlers } from '../../messaging.ts';
import { loadMainConnection } from '../../platform/connection-store.ts';
import { rememberPicture } from '../../platform/last-picture.ts';
import { serveEarlier } from '../../platform/serve-earlier.ts';
import type { Services } from '../../platform/services.ts';
import { openPage, panelPath } from '../../platform/views/open-page.ts';
import { createPageAgent } from './agent-client.ts';
import { capturePicture } from './capture.ts';
import { type Capturing, type Click, isUnderWay, jobOfClick } from './click.ts';
import type { MenuClick } from './menus.ts';
import type { OverlayMessages } from './messages.ts';
import { giveWay, showJob } from './show-job.ts';

type PictureFacts = { label: string; captureRoute: string };

/** Keeps a picture for the next batch. */
export type AddToBatch = (source: StoredBlob, facts: PictureFacts) => Promise<void>;

type Starters = { runner: JobRunner; startOnce: StartOnce; addToBatch: AddToBatch };

/** From a click in the menu to a job with its overlay on the page. */
export function createPageRestyling({ runner, startOnce, addToBatch }: Starters, services: Services) {
  const { blobs, journal } = services;
  const capturing = new Map<string, Capturing>();

  return {
    async onMenuClick({ choice, info, tab }: MenuClick): Promise<void> {
      const place = { tabId: tab.id ?? -1, frameId: info.frameId ?? 0, windowId: tab.windowId };
      const pictureUrl = info.srcUrl ?? '';
      const page = pageOf(info, tab);
      const restyling = {
        jobId: systemIds.uuid(),
        place,
        pictureUrl,
        presetId: null,
        page,
        again: hasShift(info),
      };
      if (choice.kind === 'quick-prompt') return captureFor(restyling, runner, showInPanel);
      if (choice.kind === 'add-to-batch') return captureFor(restyling, runner, addToBatch);
      await restyle({ ...restyling, presetId: choice.presetId });
    },

    /** Begins again a job whose picture was never read, e.g. after its host was allowed. */
    async again(job: Job): Promise<void> {
      const { tabId = -1, frameId = 0, pictureUrl = '', page } = job.context;
      const { presetId } = job.recipe;
      const place = { tabId, frameId, windowId: await windowOf(tabId) };
      await restyle({ jobId: job.id, place, pictureUrl, presetId, page, again: true });
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

  /** The same click twice is one: what is on its way is shown again where its overlay was closed. */
  async function restyle(restyling: Click): Promise<void> {
    const { jobId } = restyling;
    if (isUnderWay(restyling, [...capturing.values()])) return;
    const underWay: Capturing = { ...restyling, isCalledOff: false };
    capturing.set(jobId, underWay);
    try {
      const known = restyling.again ? null : await jobOfClick(restyling, journal);
      await (known ? showJob(known.id, restyling) : captureAndStart(restyling, underWay));
    } finally {
      capturing.delete(jobId);
    }
  }

  async function captureAndStart(restyling: Click, underWay: Capturing) {
    const { jobId, place, pictureUrl, again } = restyling;
    const agent = createPageAgent(place);
    const isInPage = await agent.enter();
    const claim = isInPage ? await agent.claim(jobId, pictureUrl) : null;
    const request = await requestFor(restyling, claim?.label);
    try {
      const { source, route } = await capturePicture(agent, jobId, pictureUrl);
      if (underWay.isCalledOff) return;
      const context = { ...request.context, captureRoute: route };
      const { sourceKey } = await rememberPicture(source, context, blobs);
      if (!again && (await serveEarlier({ ...request, context, sourceKey }, services))) return;
      const job = await startOnce({ ...request, context, source, isSeedRandom: true, again });
      if (job.id !== jobId) await giveWay(job, restyling, openPanel);
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
async function captureFor(restyling: Click, runner: JobRunner, keep: AddToBatch): Promise<void> {
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
async function requestFor(click: Click, label: string | undefined) {
  const { jobId, place, pictureUrl, presetId, page } = click;
  const preset = findPreset(presetId);
  const wishes = { preset, typed: '', strength: null, seed: systemIds.seed() };
  const { tabId, frameId } = place;
  const where = {
    surface: 'page',
    pictureUrl,
    tabId,
    frameId,
    captureRoute: 'none',
    ...(page && { page }),
  } as const;
  const context = { ...where, label: label || labelOf(pictureUrl) };
  const recipe = newRecipe(await loadMainConnection(), wishes);
  return { id: jobId, recipe, context } satisfies Omit<JobRequest, 'source'>;
}

/** The page as the history knows it; `undefined` for those without a host. */
function pageOf(
  { pageUrl }: MenuClick['info'],
  { url, title = '' }: MenuClick['tab'],
): SourcePage | undefined {
  const host = URL.parse(pageUrl ?? url ?? '')?.hostname;
  return host ? { host, title: title.slice(0, 200) } : undefined;
}

/** The popup where the browser lets us open it, else the same panel in a tab. */
async function openPanel(): Promise<void> {
  await browser.action.openPopup().catch(() => openPage(`${panelPath}?tab`));
}

/** -1 for a tab that is gone. */
function windowOf(tabId: number): Promise<number> {
  return browser.tabs.get(tabId).then(
    (tab) => tab.windowId,
    () => -1,
  );
}

/** Only Firefox says which keys were held in its menu. */
function hasShift(info: object): boolean {
  return (info as { modifiers?: readonly string[] }).modifiers?.includes('Shift') ?? false;
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
