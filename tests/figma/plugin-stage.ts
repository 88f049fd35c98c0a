import { expect } from 'vitest';
import type { MainThread } from '../../figma-plugin/bridge/request.ts';
import { type FakeFigma, startFakeFigma } from '../fakes/figma/fake-figma.ts';
import { mainThreadOf } from '../fakes/figma/main-thread.ts';

type PluginStage = { figma: FakeFigma; main: MainThread };

/** The plugin's main thread in a file of its own, asked without a panel. */
export async function startPluginStage(): Promise<PluginStage> {
  const figma = await startFakeFigma();
  figma.startPlugin();
  return { figma, main: mainThreadOf(figma) };
}

/** Says that nothing went wrong in the sandbox until then. */
export function endPluginStage(figma: FakeFigma): void {
  expect(figma.troubles()).toEqual([]);
  figma.close();
}
