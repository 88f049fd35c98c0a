import { type LookRequest, lookInSteps } from '#shared/engines/on-device/apply-look.ts';
import type { Pixels } from '#shared/images/pixel-codec.ts';

/**
 * Draws a picture in a sample look, and lets the thread go whenever `sliceMs` have passed. This file is a
 * script of its own, for a worker; where Figma's policy allows none, the panel runs it itself.
 */
export async function draw(pixels: Pixels, request: LookRequest, sliceMs: number): Promise<Pixels> {
  const steps = lookInSteps(pixels, request);
  let endMs = performance.now() + sliceMs;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < endMs) continue;
    await new Promise((resolve) => setTimeout(resolve));
    endMs = performance.now() + sliceMs;
  }
}
