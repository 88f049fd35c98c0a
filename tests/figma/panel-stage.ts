import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { connectBeforehand } from '../fakes/figma/connected.ts';
import { type FakeFigma, startFakeFigma } from '../fakes/figma/fake-figma.ts';
import { openPanel, type Panel } from '../fakes/figma/panel-page.ts';
import { startTeam, type Team } from '../fakes/figma/team.ts';

const fast = { queueMs: 20, coldStartMs: 20, runMs: 100, archiveMs: 20 };

export type PanelStage = {
  figma: FakeFigma;
  team: Team;
  /** The panel that is open now. */
  panel(): Panel;
  open(): Promise<void>;
  /** As a person closes it, which says that nothing went wrong until then. */
  shut(): Promise<void>;
  close(): Promise<void>;
};

/** A connected plugin in a file of its own, its panel not open yet. */
export async function openPanelStage(browser: Browser): Promise<PanelStage> {
  const [team, figma] = await Promise.all([
    startTeam({ timing: fast, megapixels: 0.02, concurrencyLimit: 8 }),
    startFakeFigma(),
  ]);
  await connectBeforehand(figma, team);
  let panel: Panel | null = null;

  const opened = () => {
    if (!panel) throw new Error('The panel is not open');
    return panel;
  };
  const shut = async () => {
    expect([...figma.troubles(), ...opened().errors()]).toEqual([]);
    await opened().close();
    figma.stopPlugin();
  };
  return {
    figma,
    team,
    panel: opened,
    shut,
    async open() {
      figma.startPlugin();
      panel = await openPanel(browser, figma, { allowedDomains: [team.relayUrl] });
    },
    async close() {
      await shut();
      figma.close();
      await team.close();
    },
  };
}
