import type { Page } from 'playwright-core';

export const toolbarHeightPx = 44;

export type Measured = { offPx: number; isVisible: boolean; bottomCutPx: number };

/** How far the result is off its picture two frames after `change` was made in the page. */
export function offAfter(page: Page, change: string): Promise<Measured> {
  return page.evaluate(
    async ([code = '', toolbar]) => {
      new Function(code)();
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      const host = document.querySelector<HTMLElement>('restyle-overlay');
      const picture = document.querySelector('#photo-0');
      if (!host || !picture) return { offPx: 0, isVisible: false, bottomCutPx: 0 };
      const { left, top, width, height } = host.getBoundingClientRect();
      const box = picture.getBoundingClientRect();
      const offs = [left - box.left, top - box.top, width - box.width, height - Number(toolbar) - box.height];
      const { visibility, clipPath } = getComputedStyle(host);
      const bottomCutPx = Number(/inset\(\S+ \S+ ([\d.]+)px/.exec(clipPath)?.[1] ?? 0);
      return { offPx: Math.max(...offs.map(Math.abs)), isVisible: visibility === 'visible', bottomCutPx };
    },
    [change, String(toolbarHeightPx)],
  );
}

/** The turn and the middle of the result and of its picture, the picture being turned by `degrees`. */
export function turnedBy(page: Page, degrees: number) {
  return page.evaluate(async (angle) => {
    const picture = document.querySelector<HTMLElement>('#photo-0') ?? document.body;
    picture.style.transform = `rotate(${angle}deg)`;
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const host = document.querySelector<HTMLElement>('restyle-overlay') ?? document.body;
    const box = picture.getBoundingClientRect();
    const style = getComputedStyle(host);
    const thousandths = (element: Element) => {
      const { a, b, c, d } = new DOMMatrix(getComputedStyle(element).transform);
      return [a, b, c, d].map((each) => Math.round(each * 1000));
    };
    const left = Number.parseFloat(style.left) - scrollX + picture.offsetWidth / 2;
    const top = Number.parseFloat(style.top) - scrollY + picture.offsetHeight / 2;
    return {
      ours: { turn: thousandths(host), middle: [left, top].map(Math.round) },
      theirs: {
        turn: thousandths(picture),
        middle: [box.left + box.width / 2, box.top + box.height / 2].map(Math.round),
      },
    };
  }, degrees);
}

export async function resizeWindow(page: Page, bounds: { width: number; height: number }): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  const { windowId } = await protocol.send('Browser.getWindowForTarget');
  await protocol.send('Browser.setWindowBounds', { windowId, bounds });
  await protocol.detach();
}

/** Runs in the worker. */
export async function zoomFrontTab(factor: number): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: {
      tabs: {
        query(filter: object): Promise<{ id: number }[]>;
        setZoom(id: number, factor: number): Promise<void>;
      };
    };
  };
  const [tab] = await chrome.tabs.query({ active: true });
  if (tab) await chrome.tabs.setZoom(tab.id, factor);
}
