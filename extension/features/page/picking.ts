import { browser } from 'wxt/browser';
import { estimateRun } from '#shared/budget/estimate.ts';
import { type Connection, deploymentIdOf } from '#shared/connection/connection.ts';
import type { Deployment } from '#shared/jobs/journal.ts';
import { systemIds } from '#shared/platform.ts';
import { firstEmptyIn } from '#shared/presets/prompt.ts';
import type { Handlers, Sender } from '../../messaging.ts';
import { noteClosedPage } from '../../platform/closed-page.ts';
import { loadMainConnection } from '../../platform/connection-store.ts';
import { loadFills } from '../../platform/prompt-fills.ts';
import type { Services } from '../../platform/services.ts';
import { createPageAgent, type PagePlace } from './agent-client.ts';
import type { PageRestyling } from './background.ts';
import type { MenuClick } from './menus.ts';
import { openPanel } from './open-panel.ts';
import { whileWaiting } from './open-words.ts';
import type { PickMessages, PickOffer, PickQuestion } from './pick-messages.ts';
import { waitsForWords } from './request.ts';
import { sourcePage, sourcePageOf } from './source-page.ts';
import { fixClicked, type PickPlace, startPicking } from './start-picking.ts';

/** The ways to a picture that the browser itself does not name, each from a click or a key of the person's. */
export function createPicking(pages: PageRestyling, services: Services) {
  return {
    async onMenuClick(click: MenuClick): Promise<void> {
      const { choice, info, tab } = click;
      const place = placeOfClick(click);
      const jobId = systemIds.uuid();
      if (choice.kind === 'here') return pickOrSayWhy(place);
      // A long `data:` address is left out of the menu's click, which then tells that it was on a picture.
      const isNamed = info.srcUrl !== undefined || info.mediaType !== undefined;
      if (!info.srcUrl && !(await fixClicked(place, jobId)) && !isNamed) return pickOrSayWhy(place);
      const page = sourcePage({ ...tab, url: info.pageUrl ?? tab.url });
      const presetId = choice.kind === 'preset' ? choice.presetId : null;
      const picture = { jobId, place, pictureUrl: info.srcUrl ?? '', presetId, page, again: hasShift(info) };
      if (choice.kind === 'preset') await pages.restyle(picture);
      else if (choice.kind === 'add-to-batch') await pages.putIntoBatch(picture);
      else await pages.captureForPanel(picture);
    },

    /** The picker by the keyboard, on whatever tab is in front. */
    listenToShortcut(): void {
      browser.commands.onCommand.addListener((command, tab) => {
        if (command !== 'pick-picture' || tab?.id === undefined) return;
        void pickOrSayWhy({ tabId: tab.id, windowId: tab.windowId, frameId: 0, targetElementId: null });
      });
    },

    handlers: () => pickHandlers(pages, services),
  };
}

/** Firefox alone says which keys were held. */
function hasShift(info: object): boolean {
  return (info as { modifiers?: readonly string[] }).modifiers?.includes('Shift') ?? false;
}

function placeOfClick({ info, tab }: MenuClick): PickPlace {
  // Firefox's own, which the shared types do not know.
  const { targetElementId = null } = info as { targetElementId?: number };
  return { tabId: tab.id ?? -1, frameId: info.frameId ?? 0, windowId: tab.windowId, targetElementId };
}

/** Opens the picker, or the panel with the reason why there is none. */
async function pickOrSayWhy(place: PickPlace): Promise<void> {
  if (await startPicking(place)) return;
  await noteClosedPage();
  await openPanel();
}

const learnFrom = 20;

function deploymentOf(connection: Connection): Deployment {
  return { engine: connection.engine, deploymentId: deploymentIdOf(connection) };
}

/** What a choice is shown with. */
async function offerOf({ journal, presets }: Services): Promise<PickOffer> {
  const connection = await loadMainConnection();
  const pricePerSecond = connection?.prices[connection.description.gpu ?? ''] ?? null;
  const past = connection ? await journal.listDone(deploymentOf(connection), learnFrom) : [];
  const { costUsd } = estimateRun(past.reverse(), pricePerSecond);
  const [{ shown }, fills] = await Promise.all([presets.load(), loadFills()]);
  const waiting = shown.filter((preset) => firstEmptyIn(preset, '', fills) !== null);
  return { presets: shown, costUsd, waitingIds: waiting.map(({ id }) => id) };
}

/** The handlers for what the choice on a page asks, and for the panel's way into the picker. */
function pickHandlers(
  { restyle, captureForPanel, captureForBatch }: PageRestyling,
  services: Services,
): Pick<Handlers, keyof PickMessages> {
  return {
    'pick.offer': () => offerOf(services),
    'pick.restyle': async ({ presetId, ...picked }, from) => {
      const place = await closeChoice(picked, from);
      // One after the other: where a picture has to be photographed, the page shows that one alone.
      const page = await sourcePageOf(place.tabId);
      const isWaiting = await waitsForWords({ presetId }, services);
      for (const jobId of whileWaiting(picked.jobIds, isWaiting)) {
        await restyle({ jobId, place, pictureUrl: '', presetId, page, again: false });
      }
    },
    'pick.prompt': async (picked, from) => {
      const place = await closeChoice(picked, from);
      const [jobId] = picked.jobIds;
      const page = await sourcePageOf(place.tabId);
      if (jobId) await captureForPanel({ jobId, place, pictureUrl: '', presetId: null, page, again: false });
    },
    'pick.batch': async ({ jobIds, frameId }, { tabId = -1, windowId = -1 }) => {
      const place = { tabId, windowId, frameId };
      const page = await sourcePageOf(tabId);
      let addedCount = 0;
      for (const jobId of jobIds) {
        const picture = { jobId, place, pictureUrl: '', presetId: null, page, again: false };
        if (await captureForBatch(picture)) addedCount++;
      }
      return addedCount;
    },
    'pick.again': async (picked, from) => {
      await startPicking({ ...(await closeChoice(picked, from)), targetElementId: null });
    },
    'pick.close': async (picked, from) => void (await closeChoice(picked, from)),
    'page.pick': ({ tabId, windowId }) =>
      startPicking({ tabId, windowId, frameId: 0, targetElementId: null }),
  };
}

/** The browser says which tab asks: a choice can begin nothing in another one. */
async function closeChoice(
  { frameId }: PickQuestion,
  { tabId = -1, windowId = -1 }: Sender,
): Promise<PagePlace> {
  const place = { tabId, windowId, frameId };
  await createPageAgent(place).remove('choice');
  return place;
}
