import type { Page } from 'playwright-core';

export const longMs = 50;
/** In one turn. */
const frameCount = 200;
const limitMs = 180_000;
/** Set in each frame, to be found again in a trace. */
export const frameMark = 'bench-frame';

type Plan = { stepPx: number; frameCount: number; limitMs: number; frameMark: string };

/** Scrolls a page by so much a frame; answers how long each frame took, in milliseconds. */
export async function scroll(page: Page, stepPx: number): Promise<number[]> {
  await page.bringToFront();
  const frames = await page.evaluate(scrollInPage, { stepPx, frameCount, limitMs, frameMark });
  if (frames.isWhole) return frames.frameMs;
  throw new Error(
    `The page got ${frames.frameMs.length} of ${frameCount} frames in ${limitMs / 1_000} s: ` +
      'the browser shows another one, or the machine has no time for it. Nothing was measured.',
  );
}

/** Runs in the page. A page that is not shown gets no frames at all: it is not waited for without end. */
async function scrollInPage(plan: Plan) {
  const over = new Promise<null>((resolve) => setTimeout(resolve, plan.limitMs, null));
  const nextFrame = () =>
    Promise.race([new Promise<number>((resolve) => requestAnimationFrame(resolve)), over]);
  const frameMs: number[] = [];
  scrollTo(0, 0);
  let lastMs: number | null = 0;
  // What the jump to the top brings is not scrolling.
  for (let frame = 0; frame < 10 && lastMs !== null; frame++) lastMs = await nextFrame();
  while (lastMs !== null && frameMs.length < plan.frameCount) {
    performance.mark(plan.frameMark);
    scrollBy(0, plan.stepPx);
    const nowMs: number | null = await nextFrame();
    if (nowMs !== null) frameMs.push(nowMs - lastMs);
    lastMs = nowMs;
  }
  return { frameMs, isWhole: lastMs !== null };
}
