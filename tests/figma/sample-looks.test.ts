import sharp from 'sharp';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { axeViolations } from '../fakes/figma/axe.ts';
import { connectBeforehand } from '../fakes/figma/connected.ts';
import { photo } from '../fakes/figma/drawings.ts';
import { type FakeFigma, startFakeFigma } from '../fakes/figma/fake-figma.ts';
import { openPanel, type Panel, sharedBrowser } from '../fakes/figma/panel-page.ts';
import type { Seen } from '../fakes/figma/sandbox/seen.ts';
import { startTeam } from '../fakes/figma/team.ts';

let figma: FakeFigma;
let panel: Panel;
let cup: string;

beforeEach(async () => {
  figma = await startFakeFigma();
  const fills = await photo(figma, 'coffee.png');
  cup = figma.draw({ type: 'FRAME', name: 'Coffee', width: 240, height: 160, properties: fills });
});

afterEach(async () => {
  expect([...figma.troubles(), ...panel.errors()]).toEqual([]);
  await panel.close();
  figma.close();
});

async function open(options: { hasWorkers?: boolean; allowedDomains?: readonly string[] }): Promise<void> {
  figma.startPlugin();
  panel = await openPanel(await sharedBrowser(), figma, { allowedDomains: [], ...options });
}

const button = (name: string | RegExp) => panel.ui.getByRole('button', { name });
const workers = () => panel.ui.locator('main').page().workers().length;
const results = () =>
  (figma.see(figma.page())?.childIds ?? []).flatMap((id): Seen[] => {
    const seen = figma.see(id);
    return seen && id !== cup ? [seen] : [];
  });

async function meanOf({ properties }: Seen) {
  const fills = properties.fills as { imageHash: string }[];
  const { channels } = await sharp(figma.image(fills.at(-1)?.imageHash ?? '')).stats();
  return channels.slice(0, 3).map(({ mean }) => mean);
}

test('with nothing connected and no network one press leads to a sample look, and it says what it is', async () => {
  await open({ hasWorkers: true });
  await button('Try with sample looks').click();
  await panel.ui.getByText('Sample looks, not your team’s model').waitFor();
  figma.select([cup]);
  await panel.ui.getByText('240 × 160 · its own picture drawn').waitFor();
  await panel.ui.getByRole('radio', { name: 'Film noir' }).check();
  expect(await axeViolations(panel.ui)).toEqual([]);
  await button('Restyle 1 layer').click();
  await panel.ui.getByText('Placed above the layer (sample look)', { exact: true }).waitFor();

  const [result] = results();
  if (!result) throw new Error('Nothing was placed');
  expect(result).toMatchObject({ name: 'Film noir (sample look) · Coffee', width: 240, height: 160 });
  const [red = 0, green = 0, blue = 0] = await meanOf(result);
  expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(12);
  expect(workers()).toBe(1);
  expect(await panel.ui.getByText('$').count()).toBe(0);

  figma.select([result.id]);
  await panel.ui.getByText('Made with Film noir (sample look)').waitFor();
  await button('Take away the result').click();
  await expect.poll(results, { timeout: 20_000 }).toEqual([]);
});

test('where Figma lets no worker be, the panel draws itself, in variants too; closed in the middle it goes on', async () => {
  await open({});
  await button('Try with sample looks').click();
  figma.select([cup]);
  await panel.ui.getByRole('radio', { name: 'Variants' }).check({ force: true });
  await panel.ui.getByRole('checkbox', { name: 'Film noir' }).check();
  await panel.ui.getByRole('checkbox', { name: 'Oil painting' }).check();
  await button(/Make \d variants/).click();
  await panel.ui.getByText('Drawing a sample look here').first().waitFor();
  expect(workers()).toBe(0);
  await panel.close();
  figma.stopPlugin();

  await open({});
  await panel.ui.getByText(/\d of \d placed/).waitFor();
  await expect.poll(() => panel.ui.getByText(/Drawing|Placing/).count(), { timeout: 20_000 }).toBe(0);
  const [frame] = results();
  const names = (frame?.childIds ?? []).map((id) => figma.see(id)?.name);
  expect(names).toContain('Film noir (sample look) · Coffee');
  expect(names).toContain('Oil painting (sample look) · Coffee');
});

test('a picture that the team’s model has in work is fetched, though the sample looks were chosen meanwhile', async () => {
  const team = await startTeam({ timing: { queueMs: 20, coldStartMs: 20, runMs: 1_500 }, megapixels: 0.02 });
  onTestFinished(() => team.close());
  await connectBeforehand(figma, team);
  await open({ allowedDomains: [team.relayUrl] });
  figma.select([cup]);
  await button('Restyle 1 layer').click();
  await expect.poll(() => team.standIn.ledger().length, { timeout: 20_000 }).toBe(1);

  await button('Connection settings').click();
  await panel.ui.getByText('In use').waitFor();
  await panel.ui.getByRole('radio', { name: 'Sample looks' }).check();
  await button('Draw a test').click();
  await panel.ui.getByText('Works', { exact: true }).waitFor();
  await button('Start restyling').click();
  await panel.ui.getByText('Placed above the layer', { exact: true }).waitFor();
  expect(results().map(({ name }) => name)).toEqual([expect.not.stringContaining('sample look')]);
  expect(figma.storage()).toMatchObject({ connection: { route: 'relay' }, samples: true });
});
