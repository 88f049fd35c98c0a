import type { Engine, EngineRun } from '#shared/engines/engine.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Order } from '../../figma-plugin/ui/jobs/layer-job.ts';
import { firstDraft, recipeFrom } from '../../figma-plugin/ui/look/look-draft.ts';
import { type FakeFigma, startFakeFigma } from '../fakes/figma/fake-figma.ts';
import type { Seen } from '../fakes/figma/sandbox/seen.ts';
import { tinyPicture } from '../fakes/tiny-picture.ts';

const { bytes } = await tinyPicture(7);

const ended: EngineRun = {
  ...{ state: 'success', progressRatio: null, queuePosition: null, runSeconds: 1, queueSeconds: 0 },
  ...{ output: { url: 'https://storage/result.png', fileName: 'result.png' }, gpu: null, inputs: {} },
};

/** A server that does what it is asked, and knows each run by its nonce. */
export function createServer(): { engine: Engine; nonces: string[] } {
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

/** A file with three photographs, and an order for each. */
export async function openOrders(): Promise<{ figma: FakeFigma; orders: Order[] }> {
  const figma = await startFakeFigma();
  const fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: figma.addImage(bytes) }];
  const layers = names.map((name, index) =>
    figma.draw({ type: 'RECTANGLE', name, x: index * 90, width: 40, height: 40, properties: { fills } }),
  );
  return { figma, orders: layers.map(order) };
}

const order = (nodeId: string, index: number): Order => ({
  ...{
    nodeId,
    layerName: names[index] ?? '',
    title: 'Neon',
    note: '{}',
    recipe: recipeFrom(firstDraft, { connection: null, presets: builtInPresets }),
  },
  ...{ way: 'above' as const, cell: null, exactIds: [], isTiled: false },
});

/** Names of the results on the canvas. */
export function resultsIn(figma: FakeFigma): string[] {
  const { childIds } = figma.see(figma.page()) as Seen;
  const found = childIds.map((id) => figma.see(id)?.name ?? '');
  return found.filter((name) => name.startsWith('Neon'));
}
