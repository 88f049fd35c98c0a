import { setTimeout as sleep } from 'node:timers/promises';
import type { ChromiumSession } from '../browser/chromium.ts';
import { evaluateInTarget } from '../browser/evaluate-in-target.ts';
import type { ScreenPoint } from '../browser/screen-point.ts';
import { waitFor } from '../browser/wait-for.ts';
import { pressKeys, xdotool } from '../browser/xdotool.ts';
import { glide } from './glide.ts';

const typingMs = 32;
const patience = { timeoutMs: 20_000 };

/** Types a prompt into the real popup, and runs it by keyboard. Playwright knows no popup: it is found by the protocol. */
export async function sayInPopup(session: ChromiumSession, prompt: string): Promise<void> {
  const { display, browser } = session;
  if (!display) throw new Error('A popup is typed into on a display.');
  const targetId = await waitFor('the popup', () => popupOf(session), patience);
  const look = (expression: string) => evaluateInTarget(browser, targetId, expression);
  // The field is there once the picture is; what the press brings in may still move it.
  await waitFor('the picture', () => look(`!!document.querySelector('main img[width]')`), patience);
  await sleep(900);
  const point = (await look(middleOf('textarea'))) as ScreenPoint;
  await glide(display, point);
  await xdotool(display, 'click', 1);
  await xdotool(display, 'type', '--delay', typingMs, prompt);
  await sleep(1_000);
  await pressKeys(display, ['ctrl+Return']);
}

async function popupOf({ browser, context, extensionUrl }: ChromiumSession): Promise<string | undefined> {
  const { targetInfos } = await browser.send('Target.getTargets');
  const isPopup = ({ type, url }: { type: string; url: string }) =>
    type === 'page' && url.startsWith(extensionUrl('/popup.html'));
  const isTab = context.pages().some((page) => page.url().includes('/popup.html'));
  return isTab ? undefined : targetInfos.find(isPopup)?.targetId;
}

/** Where on the screen the middle of an element is, as an expression. */
function middleOf(selector: string): string {
  return `(() => {
    const field = document.querySelector('${selector}');
    field.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = field.getBoundingClientRect();
    return { xPx: Math.round(screenX + x + width / 2), yPx: Math.round(screenY + y + height / 2) };
  })()`;
}
