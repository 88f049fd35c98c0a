import fc from 'fast-check';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fitForFigma, planTiles } from '../../figma-plugin/ui/jobs/large-picture.ts';
import { flatPng } from '../fakes/figma/drawings.ts';
import type { Seen } from '../fakes/figma/sandbox/seen.ts';
import { createSharpCodec } from '../fakes/sharp-codec.ts';
import { layer, openPlacing, type PlacingStage } from './placing-stage.ts';

const size = { widthPx: 9000, heightPx: 60 };
const large = await flatPng(size.widthPx, size.heightPx, '#00ff00');
const codec = createSharpCodec();
const fitted = await fitForFigma({ bytes: large, mimeType: 'image/png' }, size, { codec, isTiled: true });
const tiled = { bytes: fitted.bytes, tiles: fitted.tiles, pictureSize: size };

describe('cutting', () => {
  test('property: every pixel is in exactly one tile, and Figma takes each', () => {
    const side = fc.integer({ min: 1, max: 30_000 });
    fc.assert(
      fc.property(side, side, (widthPx, heightPx) => {
        const tiles = planTiles({ widthPx, heightPx });
        expect(tiles.reduce((sum, tile) => sum + tile.widthPx * tile.heightPx, 0)).toBe(widthPx * heightPx);
        for (const [index, tile] of tiles.entries()) {
          expect(Math.max(tile.widthPx, tile.heightPx)).toBeLessThanOrEqual(4096);
          const next = tiles[index + 1];
          const isRowsEnd = tile.xPx + tile.widthPx === widthPx;
          expect(next?.xPx ?? 0).toBe(isRowsEnd ? 0 : tile.xPx + tile.widthPx);
        }
      }),
    );
  });

  test('a picture within the limits is left alone; one beyond them keeps its pixels in tiles', async () => {
    const small = await fitForFigma(
      { bytes: large, mimeType: 'image/png' },
      { widthPx: 300, heightPx: 2 },
      { codec, isTiled: true },
    );
    expect(small).toEqual({ bytes: large, tiles: [] });
    const widths = await Promise.all(
      fitted.tiles.map(async ({ bytes }) => (await sharp(bytes).metadata()).width),
    );
    expect(widths).toEqual([3000, 3000, 3000]);
    expect((await sharp(fitted.bytes).metadata()).width).toBe(4096);
  });
});

describe('on the canvas', () => {
  let stage: PlacingStage;

  beforeEach(async () => {
    stage = await openPlacing();
  });

  afterEach(() => stage.close());

  const tilesOf = (result: Seen) =>
    result.childIds.map(stage.see).filter(({ name }) => name.startsWith('Tile'));

  /** Corners of a node on the canvas, its upper left one first. */
  function corners({ absoluteTransform: [[a, c, e], [b, d, f]], width, height }: Seen) {
    const at = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f] as const;
    return [at(0, 0), at(width, 0), at(width, height), at(0, height)];
  }

  function expectNear(one: readonly number[] | undefined, other: readonly number[] | undefined): void {
    expect(Math.hypot((one?.[0] ?? 0) - (other?.[0] ?? 9), (one?.[1] ?? 0) - (other?.[1] ?? 9))).toBeLessThan(
      0.01,
    );
  }

  test.each([
    ['above', 0],
    ['above', 30],
    ['beside', 217],
    ['grid', 90],
  ] as const)(
    '%s, turned by %d°: edge to edge in the box of the source, as one undo step',
    async (way, rotation) => {
      const { photo } = stage.drawAround({
        ...{ type: 'FRAME', x: 7.3, y: 5.1, width: 900, height: 900, rotation: 11 },
        children: [layer({ rotation, width: 301.7, height: 199.3 })],
      });
      const before = stage.figma.file();
      const cell = way === 'grid' ? { gridId: 'g', index: 0, count: 1, label: 'Neon' } : null;
      const { result, tileCount } = await stage.place(photo, { way, cell, ...tiled });

      expect(tileCount).toBe(3);
      expect(result).toMatchObject({ type: 'FRAME', width: 301.7, height: 199.3 });
      if (way === 'above') stage.expectSameBox(result, photo);
      const tiles = tilesOf(result);
      const [whole, all] = [corners(result), tiles.map(corners)];
      expectNear(all[0]?.[0], whole[0]);
      expectNear(all[0]?.[3], whole[3]);
      expectNear(all.at(-1)?.[1], whole[1]);
      expectNear(all.at(-1)?.[2], whole[2]);
      for (const [index, tile] of all.slice(1).entries()) {
        expectNear(tile[0], all[index]?.[1]);
        expectNear(tile[3], all[index]?.[2]);
      }
      stage.figma.undo();
      expect(stage.figma.file()).toBe(before);
    },
  );

  test('a cut photograph: its tiles lie as the photograph does, and the frame cuts them off', async () => {
    const hash = stage.figma.addImage(await flatPng(90, 6));
    // The middle third of the width is seen.
    const imageTransform = [
      [1 / 3, 0, 1 / 3],
      [0, 1, 0],
    ];
    const fills = [{ type: 'IMAGE', scaleMode: 'CROP', imageHash: hash, imageTransform }];
    const photo = stage.figma.draw(layer({ properties: { fills } }));
    const { result } = await stage.place(photo, tiled);
    expect(tilesOf(result).map(({ transform, width }) => [transform[0][2], width])).toEqual(
      [-300, 0, 300].map((x) => [expect.closeTo(x, 6), expect.closeTo(300, 6)]),
    );
    expect(result.properties.clipsContent).toBe(true);

    const turned = [
      [0, 1, 0],
      [-1, 0, 1],
    ];
    const askew = stage.figma.draw(
      layer({ properties: { fills: [{ ...fills[0], imageTransform: turned }] } }),
    );
    expect(await stage.place(askew, tiled)).toMatchObject({ tileCount: 0, result: { type: 'RECTANGLE' } });
  });

  test('another picture in its place has no tiles of the old one over it', async () => {
    const photo = stage.figma.draw(layer());
    const { result } = await stage.place(photo, tiled);
    const renewed = await stage.place(result.id, { way: 'renew' });
    expect(renewed.tileCount).toBe(0);
    expect(renewed.result.childIds).toEqual([]);
  });
});
