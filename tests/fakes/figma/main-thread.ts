import { systemClock as clock, systemIds as ids } from '#shared/platform.ts';
import { connectToMainThread, type MainThread } from '../../../figma-plugin/bridge/request.ts';
import type { FakeFigma } from './fake-figma.ts';

/** The panel's own side of the bridge, for tests of the main thread that need no panel. */
export function mainThreadOf(figma: FakeFigma): MainThread {
  const channel = {
    post: figma.send,
    listen: (hear: (message: unknown) => void) => void figma.onMessage(hear),
  };
  return connectToMainThread({ channel, clock, ids });
}
