import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { Engine, EngineRun } from '#shared/engines/engine.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { firstDraft, recipeFrom } from '../../../figma-plugin/ui/look/look-draft.ts';
import { rounds } from '../../campaign.ts';
import { type FakeFigma, startFakeFigma } from '../../fakes/figma/fake-figma.ts';
import type { Seen } from '../../fakes/figma/sandbox/control.ts';
import { tinyPicture } from '../../fakes/tiny-picture.ts';
import { openPanelLife, type PanelLife } from '../panel-life.ts';

let figma: FakeFigma;
const { bytes } = await tinyPicture(7);

afterEach(() => {
  expect(figma.troubles()).toEqual([]);
  figma.close();
});

const ended: EngineRun = {
  ...{ state: 'success', progressRatio: null, queuePosition: null, runSeconds: 1, queueSeconds: 0 },
  ...{ output: { url: 'https://storage/result.png', fileName: 'result.png' }, gpu: null, inputs: {} },
};

/** A server that does what it is asked, and knows each run by its nonce. */
function createServer(): { engine: Engine; nonces: string[] } {
  const nonces: string[] = [];
  const unasked = async () => {
    throw new AppError('unknown', 'Nobody asks for this here');
  };
  const engine: Engine = {
    id: 'comfydeploy',
    describe: async () => ({ name: 'Edit', workflowVersion: '1', inputs: [], outputId: null, gpu: null }),
    upload: async () => 'https://storage/picture.png',
    async start({ nonce }) {
      nonces.push(nonce);
      return nonce;
    },
    get: async () => ended,
    cancel: unasked,
    fetchOutput: async () => bytes,
    reconcile: async ({ nonce }) =>
      nonces.includes(nonce) ? { state: 'found', runId: nonce } : { state: 'absent' },
    failureReason: async () => null,
    prices: async () => ({}),
    health: unasked,
  };
  return { engine, nonces };
}

const names = ['One', 'Two', 'Three'];

async function openFile(): Promise<string[]> {
  figma = await startFakeFigma();
  const fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: figma.addImage(bytes) }];
  return names.map((name, index) =>
    figma.draw({ type: 'RECTANGLE', name, x: index * 90, width: 40, height: 40, properties: { fills } }),
  );
}

const order = (nodeId: string, index: number) => ({
  ...{
    nodeId,
    layerName: names[index] ?? '',
    title: 'Neon',
    note: '{}',
    recipe: recipeFrom(firstDraft, { connection: null, presets: builtInPresets }),
  },
  ...{ way: 'above' as const, cell: null, exactIds: [], isTiled: false },
});

const atRest = ({ jobs }: PanelLife) =>
  vi.waitUntil(() => jobs.rows.get().every(({ state }) => state.name === 'placed'), { timeout: 20_000 });
const results = () =>
  ((figma.see(figma.page()) as Seen).childIds.map((id) => figma.see(id)?.name) ?? []).filter((name) =>
    name?.startsWith('Neon'),
  );

/** Closed after so many crossings, opened again, waited for; answers how many there were. */
async function closeAfter(crossings: number): Promise<number> {
  const layers = await openFile();
  const { engine, nonces } = createServer();
  const first = await openPanelLife(figma, engine);
  first.jobs.start(layers.map(order));
  const ordered = first.crossings();
  await Promise.race([first.closeAfter(crossings), atRest(first)]);
  const crossed = first.crossings() - ordered;
  first.end();

  const second = await openPanelLife(figma, engine);
  await second.jobs.resume();
  await expect.poll(() => results().length, { timeout: 20_000 }).toBe(names.length);
  const left = () => Object.keys(figma.storage()).filter((key) => key.startsWith('order:'));
  await expect.poll(left, { timeout: 20_000 }).toEqual([]);

  expect(new Set(results()).size).toBe(names.length);
  expect(nonces).toHaveLength(names.length);
  second.end();
  return crossed;
}

test('the panel closed at any moment of a batch: opened again, every picture is placed, none paid twice', async () => {
  const all = await closeAfter(Number.POSITIVE_INFINITY);
  const moments = Array.from({ length: all }, (_, index) => index + 1);
  const count = rounds({ sample: 12, all });
  const [chosen = []] = fc.sample(fc.shuffledSubarray(moments, { minLength: count, maxLength: count }), 1);
  for (const moment of chosen) {
    figma.close();
    await closeAfter(moment).catch((error: unknown) => {
      throw new Error(`closed after ${moment} of ${all}: ${error instanceof Error ? error.message : error}`);
    });
  }
  console.info(`closed at ${chosen.length} of ${all} moments`);
}, 600_000);
