import { randomUUID } from 'node:crypto';
import type { Placement, Placing } from '../../../figma-plugin/bridge/placing.ts';
import type { MainThread } from '../../../figma-plugin/bridge/request.ts';
import { flat, flatPng } from '../../../tests/fakes/figma/drawings.ts';
import { type FakeFigma, startFakeFigma } from '../../../tests/fakes/figma/fake-figma.ts';
import { mainThreadOf } from '../../../tests/fakes/figma/main-thread.ts';
import type { Figure, Reading } from '../figure.ts';

const rounds = 9;
const layerCount = 200;
const partCount = 400;
const goalMs = 16;

type Act = (main: MainThread, layers: readonly string[], round: number) => Promise<unknown>;

export const pluginSteps: Figure = {
  name: 'plugin-steps',
  measures:
    `The plugin’s own time on Figma’s thread, by the built main.js in QuickJS, with every call of Figma’s taken out: ` +
    `the longest step of each task, the quickest of ${rounds} rounds, in a file of ${layerCount} layers with ${partCount} in one of them.`,
  async measure() {
    const bytes = await flatPng(300, 200);
    const tasks = tasksWith(bytes);
    const times: { name: string; ms: number }[] = [];
    for (const [name, act] of Object.entries(tasks)) times.push({ name, ms: await longestStep(act) });
    return readings(times.sort((one, other) => other.ms - one.ms));
  },
};

/**
 * A file of its own for each task: one fills the page with results, another must not find them there. What a
 * round does is the same each time, so what one takes longer than the quickest is other programs' doing: a step
 * of a thousand calls is long enough for a busy machine to come between.
 */
async function longestStep(act: Act): Promise<number> {
  const figma = await startFakeFigma({ isTimed: true });
  const layers = drawLayers(figma);
  figma.startPlugin();
  const main = mainThreadOf(figma);
  const longest: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = figma.ownStepsMs().length;
    await act(main, layers, round);
    longest.push(Math.max(...figma.ownStepsMs().slice(before)));
  }
  figma.close();
  return Math.min(...longest);
}

function drawLayers(figma: FakeFigma): string[] {
  const part = { type: 'TEXT', name: 'Text', properties: { ...flat(0, 0, 0), characters: 'Words' } };
  const layers = Array.from({ length: layerCount }, (_, index) =>
    figma.draw({
      ...{ type: 'FRAME', name: `Layer ${index}`, x: (index % 10) * 400, y: Math.floor(index / 10) * 300 },
      ...{ width: 300, height: 200, rotation: index, properties: flat(1, 0, 0) },
      children: index === 0 ? Array.from({ length: partCount }, () => part) : [],
    }),
  );
  figma.select(layers);
  return layers;
}

function tasksWith(bytes: Uint8Array<ArrayBuffer>): Record<string, Act> {
  const withParts = async (main: MainThread, layers: readonly string[]) => {
    const nodeId = layers[0] ?? '';
    const parts = await main.request('list-parts', { nodeId });
    return { nodeId, exactIds: parts.map((part) => part.nodeId) };
  };
  const nodeIn = (layers: readonly string[], round: number) => layers[round + 1] ?? '';
  const place =
    (way: Placing['way'], changes: Partial<Placing> = {}): Act =>
    (main, layers, round) =>
      main.request('place-result', {
        ...{ jobId: randomUUID(), nodeId: nodeIn(layers, round), bytes, tiles: [], original: bytes },
        ...{ pictureSize: { widthPx: 300, heightPx: 200 }, name: 'Result', way, exactIds: [], recipe: '{}' },
        cell: way === 'grid' ? { gridId: String(round), index: 0, count: 1, label: 'Neon' } : null,
        ...changes,
      }) as Promise<Placement>;
  const side = Array.from({ length: 4 }, (_, index) => index / 4);
  const tiles = side.flatMap((left) =>
    side.map((top) => ({ bytes, left, top, right: left + 1 / 4, bottom: top + 1 / 4 })),
  );
  /** What is done with a result once it lies there. */
  const withResult =
    (act: (main: MainThread, nodeId: string) => Promise<unknown>): Act =>
    async (main, layers, round) => {
      const { nodeId } = (await place('above')(main, layers, round)) as Placement;
      return act(main, nodeId);
    };
  return {
    [`describe ${layerCount} selected layers`]: (main) => main.request('read-selection', undefined),
    'preview a layer': (main, layers, round) =>
      main.request('preview-layer', { nodeId: nodeIn(layers, round) }),
    'export a layer': (main, layers, round) =>
      main.request('export-layer', { nodeId: nodeIn(layers, round), way: 'above', exactIds: [] }),
    [`list ${partCount} parts`]: (main, layers) => main.request('list-parts', { nodeId: layers[0] ?? '' }),
    'place above': place('above'),
    'place as fill': place('fill'),
    'place beside': place('beside'),
    'place in a grid': place('grid'),
    [`place in ${tiles.length} tiles`]: place('above', { tiles }),
    'place with a recipe of 90 kB': place('above', { recipe: 'x'.repeat(90_000) }),
    'export without 40 layers': async (main, layers) =>
      main.request('export-layer', { ...(await withParts(main, layers)), way: 'above' }),
    'place with 40 layers above': async (main, layers, round) =>
      place('above', await withParts(main, layers))(main, layers, round),
    'renew a result': withResult((main, nodeId) => place('renew', { nodeId })(main, [], 0)),
    'revert a result': withResult((main, nodeId) => main.request('revert-result', { nodeId })),
  };
}

function readings(times: readonly { name: string; ms: number }[]): Reading[] {
  const details = times.map(({ name, ms }) => `${name} ${ms.toFixed(1)} ms`).join(', ');
  return times.slice(0, 1).map(({ name, ms }) => ({
    label: `longest step (${name})`,
    value: ms,
    unit: 'ms',
    goal: goalMs,
    details,
  }));
}
