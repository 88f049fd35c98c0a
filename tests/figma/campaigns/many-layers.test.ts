import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rounds } from '../../campaign.ts';
import { connectBeforehand } from '../../fakes/figma/connected.ts';
import { flat, flatPng } from '../../fakes/figma/drawings.ts';
import { type FakeFigma, startFakeFigma } from '../../fakes/figma/fake-figma.ts';
import { openPanel, type Panel, sharedBrowser } from '../../fakes/figma/panel-page.ts';
import type { Seen } from '../../fakes/figma/sandbox/seen.ts';
import { startTeam, type Team } from '../../fakes/figma/team.ts';

const timing = { queueMs: 20, coldStartMs: 20, runMs: 1_000, archiveMs: 20 };
const count = rounds({ sample: 4, all: 50 });

let browser: Browser;
let team: Team;
let figma: FakeFigma;

beforeAll(async () => {
  browser = await sharedBrowser();
  [team, figma] = await Promise.all([startTeam({ timing, megapixels: 0.02 }), startFakeFigma()]);
  await connectBeforehand(figma, team);
});

afterAll(async () => {
  expect(figma.troubles()).toEqual([]);
  figma.close();
  await team.close();
});

async function start(): Promise<Panel> {
  figma.startPlugin();
  return openPanel(browser, figma, { allowedDomains: [team.relayUrl] });
}

const page = () => (figma.see(figma.page())?.childIds ?? []).map((id) => figma.see(id) as Seen);
const results = () => page().filter(({ name }) => name.startsWith('Watercolour · '));

/** Whether the journal knows of every result that it is placed: then nothing more can come. */
const isAllNoted = () =>
  Object.entries(figma.storage()).every(
    ([key, kept]) =>
      !key.startsWith('order:') && (!key.startsWith('job:') || (kept as { isPlaced: boolean }).isPlaced),
  );

/** Layers of different sizes and angles, in a row: every other one a photograph, which is sent as it is. */
async function drawLayers(): Promise<string[]> {
  const photo = figma.addImage(await flatPng(60, 50));
  const image = { fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: photo }] };
  return Array.from({ length: count }, (_, index) =>
    figma.draw({
      ...{ type: 'FRAME', name: `Layer ${index}`, x: index * 90, y: (index % 5) * 90 },
      ...{ width: 60 + index, height: 50, rotation: (index * 37) % 360 },
      properties: index % 2 === 0 ? image : flat((index % 7) / 7, (index % 5) / 5, 0.5),
    }),
  );
}

test(`${count} layers at once, the plugin closed and opened again in the middle: all placed, none twice`, async () => {
  const ids = await drawLayers();
  figma.select(ids);
  const first = await start();
  await first.ui.getByRole('button', { name: `Restyle ${count} layers` }).click();
  await expect
    .poll(() => team.standIn.ledger().length, { timeout: 120_000 })
    .toBeGreaterThanOrEqual(count / 2);
  await first.close();
  figma.stopPlugin();

  const second = await start();
  // A request that was under way when the panel closed, and never arrived, is the person's to repeat.
  const again = second.ui.getByRole('button', { name: 'Run again' });
  const placedCount = async () => {
    if (await again.first().isVisible()) await again.first().click();
    return results().length;
  };
  await expect.poll(placedCount, { timeout: 240_000, interval: 300 }).toBeGreaterThanOrEqual(count);
  await expect.poll(isAllNoted, { timeout: 60_000 }).toBe(true);

  expect(new Set(results().map(({ name }) => name)).size).toBe(count);
  expect(team.standIn.ledger()).toHaveLength(count);
  for (const id of ids) {
    const layer = figma.see(id) as Seen;
    const result = page()[layer.index + 1];
    expect(result).toMatchObject({ name: `Watercolour · ${layer.name}`, width: layer.width });
    expect(result?.absoluteTransform).toEqual(layer.absoluteTransform);
  }
  expect(second.errors()).toEqual([]);
  await second.close();
}, 420_000);
