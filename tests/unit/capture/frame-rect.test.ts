import { expect, test } from 'vitest';
import { frameRect } from '../../../extension/features/page/agent/frame-rect.ts';

const picture = { left: 300, top: 40, bottom: 240, width: 80, height: 200 } as DOMRect;

test.each([320, 400, 1280])('a card in a window of %d px lies within it', (innerWidth) => {
  const view = { innerWidth, innerHeight: 700, scrollX: 0, scrollY: 0 };
  for (const layout of ['card', 'error', 'choice'] as const) {
    const { xPx, widthPx } = frameRect(layout, picture, 44, view);
    expect(xPx).toBeGreaterThan(0);
    expect(xPx + widthPx).toBeLessThan(innerWidth);
  }
});
