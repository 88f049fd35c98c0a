import type { Browser, FrameLocator } from 'playwright-core';
import { connectBeforehand } from '../../../tests/fakes/figma/connected.ts';
import { photo } from '../../../tests/fakes/figma/drawings.ts';
import { type FakeFigma, startFakeFigma } from '../../../tests/fakes/figma/fake-figma.ts';
import { openPanel } from '../../../tests/fakes/figma/panel-page.ts';
import { startTeam, type Team } from '../../../tests/fakes/figma/team.ts';
import type { Scheme } from '../scene.ts';
import { timing } from '../stage.ts';

export type FigmaStage = { figma: FakeFigma; team: Team; ui: FrameLocator };

/** A state of the plugin's panel, 340 pixels wide unless a person has pulled at it. */
export type FigmaScene = {
  name: string;
  isConnected: boolean;
  /** Other heights by width, in pixels. */
  sizes?: Readonly<Record<number, number>>;
  act(stage: FigmaStage): Promise<void>;
};

/** The panel in a Figma of our own, with two layers drawn; PNG. */
export async function shootFigma(
  browser: Browser,
  scene: FigmaScene,
  { theme, density, widthPx }: { theme: Scheme; density: number; widthPx: number },
): Promise<Buffer> {
  const team = await startTeam({ timing, megapixels: 0.2 });
  const figma = await startFakeFigma();
  if (scene.isConnected) await connectBeforehand(figma, team);
  figma.startPlugin();
  const panel = await openPanel(browser, figma, { theme, density, allowedDomains: [team.relayUrl] });
  try {
    const heightPx = scene.sizes?.[widthPx];
    const page = panel.ui.locator('main').page();
    if (heightPx) await page.setViewportSize({ width: widthPx, height: heightPx });
    await scene.act({ figma, team, ui: panel.ui });
    return await panel.screenshot();
  } finally {
    await panel.close();
    figma.close();
    await team.close();
  }
}

/** A frame with a photograph; answers its id. */
export async function drawPhoto(figma: FakeFigma, name: string, file: string, x: number): Promise<string> {
  const size = { x, width: 600, height: 400 };
  return figma.draw({ type: 'FRAME', name, ...size, properties: await photo(figma, file) });
}
