import type { Browser } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { connectBeforehand } from '../fakes/figma/connected.ts';
import { flat, photo } from '../fakes/figma/drawings.ts';
import { type FakeFigma, startFakeFigma } from '../fakes/figma/fake-figma.ts';
import { openPanel, type Panel, sharedBrowser } from '../fakes/figma/panel-page.ts';
import type { Seen } from '../fakes/figma/sandbox/seen.ts';
import { startTeam, type Team } from '../fakes/figma/team.ts';

const fast = { queueMs: 20, coldStartMs: 20, runMs: 200, archiveMs: 20 };

/** Before each test: a connected panel over a page with a frame "Coffee" and a turned rectangle "Cat". */
export function stageTwoLayers() {
  const stage = {} as { team: Team; figma: FakeFigma; panel: Panel; frame: string; turned: string };
  let browser: Browser;

  async function startPanel(): Promise<void> {
    stage.figma.startPlugin();
    stage.panel = await openPanel(browser, stage.figma, { allowedDomains: [stage.team.relayUrl] });
  }
  const nodes = () =>
    (stage.figma.see(stage.figma.page())?.childIds ?? []).map((id) => stage.figma.see(id) as Seen);

  beforeAll(async () => {
    browser = await sharedBrowser();
  });
  beforeEach(async () => {
    [stage.team, stage.figma] = await Promise.all([
      startTeam({ timing: fast, megapixels: 0.05 }),
      startFakeFigma(),
    ]);
    await connectBeforehand(stage.figma, stage.team);
    await draw(stage);
    await startPanel();
  });
  afterEach(async () => {
    expect([...stage.figma.troubles(), ...stage.panel.errors()]).toEqual([]);
    await stage.panel.close();
    stage.figma.close();
    await stage.team.close();
  });

  return {
    stage,
    startPanel,
    nodes,
    button: (name: string | RegExp) => stage.panel.ui.getByRole('button', { name }),
    row: (layer: string) =>
      stage.panel.ui
        .getByRole('region', { name: 'Pictures in work' })
        .getByRole('listitem')
        .filter({ hasText: layer }),
    resultOf: (layer: string) => nodes().find(({ name }) => name.endsWith(`· ${layer}`)),
  };
}

async function draw(stage: { figma: FakeFigma; frame: string; turned: string }): Promise<void> {
  const { figma } = stage;
  stage.frame = figma.draw({
    type: 'FRAME',
    name: 'Coffee',
    width: 600,
    height: 400,
    properties: await photo(figma, 'coffee.png'),
  });
  stage.turned = figma.draw({
    ...{ type: 'RECTANGLE', name: 'Cat', x: 800, y: 90, width: 451, height: 300, rotation: 25 },
    // An outline of its own: what is seen is sent, and not the picture in it.
    properties: { ...(await photo(figma, 'chelsea.png')), strokes: flat(0, 0, 0).fills },
  });
}
