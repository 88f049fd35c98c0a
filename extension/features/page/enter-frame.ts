import { type Browser, browser } from 'wxt/browser';
import { systemClock } from '#shared/platform.ts';

/** A frame that is closed for good is known to be so after these. */
const entryPausesMs = [0, 50, 150];
/** On a busy machine the right that a click gives comes late; without the page there is nothing to go on with. */
const entryPausesOfPageMs = [...entryPausesMs, 400, 900];
/** What Chromium says of its own pages, of its store and of other extensions: no right comes for those. */
const closedForGood =
  /Cannot access an? (?:chrome|edge|about)|The extensions gallery|url "(?:chrome|edge|devtools|view-source|about)[\w-]*:|is showing error page/;

type Frame = { tabId: number; frameId: number };

/**
 * Puts the agent into a frame; answers whether it stands there now. Needs the right that a click on this tab gives;
 * Chromium may tell of the click before it has given it, so a first refusal is no answer yet.
 */
export async function enterFrame(frame: Frame): Promise<boolean> {
  for (const pauseMs of frame.frameId === 0 ? entryPausesOfPageMs : entryPausesMs) {
    const entry = await inject(frame);
    if (entry === 'in' || (await isOwnPage(frame))) return true;
    if (entry === 'closed') return false;
    await systemClock.sleep(pauseMs);
  }
  return (await inject(frame)) === 'in';
}

function inject({ tabId, frameId }: Frame): Promise<'in' | 'refused' | 'closed'> {
  const target: Browser.scripting.InjectionTarget = { tabId, frameIds: [frameId] };
  return browser.scripting.executeScript({ target, files: ['/page-agent.js'] }).then(
    () => 'in',
    (error) => (closedForGood.test(String(error)) ? 'closed' : 'refused'),
  );
}

/** The page of photographs brings its agent along: no right reaches an extension's own pages. */
function isOwnPage({ tabId }: Frame): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    ({ url }) => url?.startsWith(browser.runtime.getURL('/')) ?? false,
    () => false,
  );
}
