import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Placement, Placing } from '../../figma-plugin/bridge/placing.ts';
import type { MainThread } from '../../figma-plugin/bridge/request.ts';
import { flat, flatPng } from '../fakes/figma/drawings.ts';
import { type FakeFigma, startFakeFigma } from '../fakes/figma/fake-figma.ts';
import { mainThreadOf } from '../fakes/figma/main-thread.ts';
import type { Drawing } from '../fakes/figma/sandbox/drawing.ts';
import type { Seen } from '../fakes/figma/sandbox/seen.ts';

export const picture = await flatPng(300, 200);

/** The layer to restyle, wherever a test draws it. */
export const layer = (changes: Partial<Drawing> = {}): Drawing => ({
  type: 'RECTANGLE',
  name: 'Photo',
  x: 40,
  y: 30,
  width: 300,
  height: 200,
  properties: flat(1, 0, 0),
  ...changes,
});

/** A result as the panel hands it over: above its layer, unless a test wants it elsewhere. */
export function placingOf(nodeId: string, changes: Partial<Placing> = {}): Placing {
  const asUsual = { way: 'above', cell: null, original: null, recipe: '{}' } as const;
  return {
    ...asUsual,
    exactIds: [],
    tiles: [],
    pictureSize: { widthPx: 300, heightPx: 200 },
    jobId: randomUUID(),
    nodeId,
    bytes: picture,
    name: 'Neon · Photo',
    ...changes,
  };
}

export type PlacingStage = {
  figma: FakeFigma;
  main: MainThread;
  see(id: string): Seen;
  /** A drawing with a layer in it; answers both. */
  drawAround(drawing: Drawing): { outer: string; photo: string };
  place(nodeId: string, changes?: Partial<Placing>): Promise<Placement & { result: Seen }>;
  expectSameBox(result: Seen, nodeId: string): void;
  close(): void;
};

/** The plugin in a file of its own, ready to place results. */
export async function openPlacing(options: Parameters<typeof startFakeFigma>[0] = {}): Promise<PlacingStage> {
  const figma = await startFakeFigma(options);
  figma.startPlugin();
  const main = mainThreadOf(figma);

  function see(id: string): Seen {
    const seen = figma.see(id);
    if (!seen) throw new Error(`There is no node ${id}`);
    return seen;
  }

  const searchPhoto = (id: string): string[] =>
    see(id).name === 'Photo' ? [id] : see(id).childIds.flatMap(searchPhoto);

  return {
    figma,
    main,
    see,
    drawAround(drawing) {
      const outer = figma.draw(drawing);
      return { outer, photo: searchPhoto(outer)[0] ?? '' };
    },
    async place(nodeId, changes) {
      const placement = await main.request('place-result', placingOf(nodeId, changes));
      return { ...placement, result: see(placement.nodeId) };
    },
    expectSameBox(result, nodeId) {
      const source = see(nodeId);
      expect(result.width).toBeCloseTo(source.width, 6);
      expect(result.height).toBeCloseTo(source.height, 6);
      const exact = source.absoluteTransform.flat().map((part) => expect.closeTo(part, 6));
      expect(result.absoluteTransform.flat()).toEqual(exact);
    },
    close() {
      expect(figma.troubles()).toEqual([]);
      figma.close();
    },
  };
}
