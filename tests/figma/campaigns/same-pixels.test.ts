import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isShown } from '../../campaign.ts';
import { photo } from '../../fakes/figma/drawings.ts';
import { sharedBrowser } from '../../fakes/figma/panel-page.ts';
import type { Drawing } from '../../fakes/figma/sandbox/drawing.ts';
import { type Box, boundsOf } from '../../fakes/figma/sandbox/matrix.ts';
import type { Seen } from '../../fakes/figma/sandbox/seen.ts';
import { openPanelStage, type PanelStage } from '../panel-stage.ts';

/** What a board shows in one of its parts, a pixel of the canvas by one. */
type Look = { widthPx: number; heightPx: number; light: number[]; alpha: number[] };

let stage: PanelStage;

beforeAll(async () => {
  stage = await openPanelStage(await sharedBrowser());
  await stage.open();
});

afterAll(() => stage.close());

const soft = {
  effects: [
    {
      type: 'DROP_SHADOW',
      color: { r: 0, g: 0, b: 0, a: 0.3 },
      offset: { x: 4, y: 8 },
      radius: 16,
      visible: true,
    },
  ],
};

type Fills = { fills: object[] };

/** Four angles each: boxes, and layers of other forms; shadowed, rounded, masked, cut by the board's edge. */
const boards: Record<string, (one: Fills, other: Fills) => Drawing[]> = {
  boxes: (one, other) => [
    { type: 'RECTANGLE', name: 'A', x: 30, y: 30, width: 180, height: 120, properties: { ...one, ...soft } },
    {
      type: 'FRAME',
      name: 'B',
      x: 250,
      y: 140,
      width: 180,
      height: 120,
      rotation: 30,
      properties: { ...other, cornerRadius: 30 },
    },
    {
      type: 'RECTANGLE',
      name: 'C',
      x: 60,
      y: 420,
      width: 180,
      height: 120,
      rotation: 90,
      properties: { ...other, topLeftRadius: 40, ...soft },
    },
    { type: 'RECTANGLE', name: 'D', x: 480, y: 300, width: 180, height: 120, rotation: 217, properties: one },
  ],
  forms: (one, other) => [
    { type: 'ELLIPSE', name: 'A', x: 30, y: 30, width: 180, height: 120, properties: one },
    { type: 'ELLIPSE', name: 'B', x: 250, y: 140, width: 180, height: 120, rotation: 30, properties: other },
    { type: 'STAR', name: 'C', x: 60, y: 420, width: 180, height: 120, rotation: 90, properties: other },
    {
      type: 'FRAME',
      name: 'D',
      x: 480,
      y: 300,
      width: 180,
      height: 120,
      rotation: 217,
      children: [{ type: 'RECTANGLE', x: 20, y: -30, width: 200, height: 190, properties: one }],
    },
  ],
};

async function lookOf(drawn: Uint8Array, { x, y, width, height }: Box): Promise<Look> {
  const left = Math.max(0, Math.floor(x));
  const top = Math.max(0, Math.floor(y));
  const [right, bottom] = [Math.min(520, Math.ceil(x + width)), Math.min(460, Math.ceil(y + height))];
  const part = { left, top, width: right - left, height: bottom - top };
  const picture = sharp(drawn).extract(part);
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixels = Array.from({ length: info.width * info.height }, (_, index) => 4 * index);
  const light = pixels.map(
    (at) => (data[at] ?? 0) * 0.3 + (data[at + 1] ?? 0) * 0.6 + (data[at + 2] ?? 0) * 0.1,
  );
  const alpha = pixels.map((at) => data[at + 3] ?? 0);
  return { widthPx: info.width, heightPx: info.height, light, alpha };
}

const isSeen = (alpha = 0) => alpha > 128;

/** Share of what either shows that both show. */
function overlap(one: Look, other: Look): number {
  const both = one.alpha.filter((alpha, index) => isSeen(alpha) && isSeen(other.alpha[index])).length;
  const either = one.alpha.filter((alpha, index) => isSeen(alpha) || isSeen(other.alpha[index])).length;
  return both / either;
}

/** How alike light and dark are distributed, -1..1, with one of them moved. */
function likeness(one: Look, other: Look, x: number, y: number): number {
  const pairs = one.light.flatMap((light, index) => {
    const [column, row] = [(index % one.widthPx) + x, Math.floor(index / one.widthPx) + y];
    if (column < 0 || row < 0 || column >= one.widthPx || row >= one.heightPx) return [];
    const at = row * one.widthPx + column;
    return isSeen(one.alpha[index]) && isSeen(other.alpha[at])
      ? [[light, other.light[at] ?? 0] as const]
      : [];
  });
  const mean = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [first, second] = [mean(0), mean(1)];
  const sum = (of: (a: number, b: number) => number) =>
    pairs.reduce((all, [a, b]) => all + of(a - first, b - second), 0);
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
}

/** By how many pixels the second has to be moved to be most alike. */
function shiftOf(one: Look, other: Look): number {
  const steps = [-4, 0, 4];
  const tried = steps.flatMap((x) => steps.map((y) => ({ x, y, like: likeness(one, other, x, y) })));
  const [best] = tried.sort((a, b) => b.like - a.like);
  return Math.hypot(best?.x ?? 9, best?.y ?? 9);
}

const named = Object.keys(boards);

describe.each(named.map((name, index) => [name, index] as const))('%s', (name, index) => {
  test.runIf(isShown(index, { sample: 1, all: named.length }))(
    'exported, restyled and placed, a layer’s pixels are where they were',
    async () => {
      const { figma } = stage;
      const children = boards[name]?.(await photo(figma, 'coffee.png'), await photo(figma, 'chelsea.png'));
      const board = figma.draw({
        type: 'FRAME',
        name: 'Board',
        width: 520,
        height: 460,
        children: children ?? [],
      });
      const sources = (figma.see(board) as Seen).childIds.map((id) => figma.see(id) as Seen);
      const boxes = sources.map(({ absoluteTransform, width, height }) =>
        boundsOf(absoluteTransform, width, height),
      );
      const looks = async () => {
        const drawn = await figma.picture(board);
        return Promise.all(boxes.map((box) => lookOf(drawn, box)));
      };
      const before = await looks();

      figma.select(sources.map(({ id }) => id));
      const { ui } = stage.panel();
      await ui.getByRole('radio', { name: 'Film noir' }).check();
      await ui.getByRole('button', { name: 'Restyle 4 layers' }).click();
      const count = () => figma.see(board)?.childIds.length;
      await expect.poll(count, { timeout: 60_000 }).toBe(8);

      for (const { id } of sources) figma.change(id, { visible: false });
      const after = await looks();
      for (const [at, look] of before.entries()) {
        const result = after[at] ?? look;
        expect(overlap(look, result), sources[at]?.name).toBeGreaterThan(0.94);
        expect(likeness(look, result, 0, 0), sources[at]?.name).toBeGreaterThan(0.5);
        expect(shiftOf(look, result), sources[at]?.name).toBe(0);
      }
      figma.remove(board);
    },
    120_000,
  );
});
