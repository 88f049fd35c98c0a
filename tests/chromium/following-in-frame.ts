import type { Page } from 'playwright-core';
import { type Measured, toolbarHeightPx } from './following.ts';

/** What becomes of a result in the frame `#frame` as it is scrolled, moved, scrolled away and back again. */
export async function followedInFrame(page: Page): Promise<string[]> {
  const scrolledTo = (top: number) => `document.querySelector('#frame').contentWindow.scrollTo(0, ${top})`;
  const moved = `document.querySelector('#frame').style.marginBlockStart = '23px'`;
  const became: string[] = [];
  for (const change of [scrolledTo(40), moved, scrolledTo(2000), scrolledTo(0)]) {
    const { offPx, isVisible } = await offInFrameAfter(page, change);
    became.push(isVisible ? (offPx <= 1 ? 'followed' : `${offPx} px off`) : 'hidden');
  }
  return became;
}

/** How far the last result is off its picture, `#inner` in the frame, two frames after `change` was made. */
function offInFrameAfter(page: Page, change: string): Promise<Pick<Measured, 'offPx' | 'isVisible'>> {
  return page.evaluate(
    async ([code = '', toolbar]) => {
      new Function(code)();
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      const host = [...document.querySelectorAll<HTMLElement>('restyle-overlay')].at(-1) ?? document.body;
      const frame = document.querySelector<HTMLIFrameElement>('#frame');
      const inner = frame?.contentDocument?.querySelector('#inner')?.getBoundingClientRect() ?? new DOMRect();
      const outer = frame?.getBoundingClientRect() ?? new DOMRect();
      const { left, top, width, height } = host.getBoundingClientRect();
      const offs = [
        left - outer.left - (frame?.clientLeft ?? 0) - inner.left,
        top - outer.top - (frame?.clientTop ?? 0) - inner.top,
        width - inner.width,
        height - Number(toolbar) - inner.height,
      ];
      const isVisible = getComputedStyle(host).visibility === 'visible';
      return { offPx: Math.max(...offs.map(Math.abs)), isVisible };
    },
    [change, String(toolbarHeightPx)],
  );
}
