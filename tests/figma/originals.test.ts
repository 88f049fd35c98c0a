import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { flat, flatPng, photo } from '../fakes/figma/drawings.ts';
import { rotated } from '../fakes/figma/sandbox/matrix.ts';
import type { Seen } from '../fakes/figma/sandbox/seen.ts';
import { layer, openPlacing, type PlacingStage } from './placing-stage.ts';

let stage: PlacingStage;
const original = await flatPng(120, 80, '#aa5500');
const second = await flatPng(30, 20, '#00ff00');

beforeEach(async () => {
  stage = await openPlacing();
});

afterEach(() => stage.close());

const exported = (nodeId: string) =>
  stage.main.request('export-layer', { nodeId, way: 'above', exactIds: [] });
const selected = async (nodeId: string) => {
  stage.figma.select([nodeId]);
  return (await stage.main.request('read-selection', undefined)).layers[0];
};
const shownPicture = ({ properties }: Seen) =>
  stage.figma.image((properties.fills as { imageHash: string }[]).at(-1)?.imageHash ?? '');

describe('a result remembers what it was made from', () => {
  test('its recipe and its original, with buttons beside it, and nothing else of the panel', async () => {
    const photoId = stage.figma.draw(layer());
    const { result } = await stage.place(photoId, { original, recipe: '{"seed":7}' });
    expect(result.buttons).toEqual(['rerun', 'vary', 'revert']);
    expect(await selected(result.id)).toMatchObject({ recipe: '{"seed":7}', sent: 'original' });
    expect(await exported(result.id)).toMatchObject({ bytes: original, isUpright: true });
  });

  test('however often it is renewed, each time from the same picture, in its own place', async () => {
    const photoId = stage.figma.draw(layer({ rotation: 30 }));
    const { result } = await stage.place(photoId, { original });
    for (const name of ['Film noir · Photo', 'Neon · Photo']) {
      const renewed = await stage.place(result.id, { way: 'renew', bytes: second, name, recipe: name });
      expect(renewed).toMatchObject({ nodeId: result.id, where: 'renewed' });
      expect(shownPicture(renewed.result)).toEqual(second);
      expect(renewed.result).toMatchObject({ name, transform: result.transform, width: 300 });
      expect((await exported(result.id)).bytes).toEqual(original);
    }
    expect(await selected(result.id)).toMatchObject({ recipe: 'Neon · Photo' });
    stage.figma.undo();
    expect(stage.see(result.id).name).toBe('Film noir · Photo');
  });

  test('a copy of it remembers the same', async () => {
    const photoId = stage.figma.draw(layer());
    const { result } = await stage.place(photoId, { original });
    const copy = stage.figma.duplicate(result.id);
    expect((await exported(copy)).bytes).toEqual(original);
  });

  test('a recipe beyond 100 kB is not kept: the original and the way back are', async () => {
    const recipe = '€'.repeat(40_000);
    const photoId = stage.figma.draw(layer());
    const { result } = await stage.place(photoId, { original, recipe });
    expect(result.buttons).toEqual(['revert']);
    expect(await selected(result.id)).toMatchObject({ recipe: null, sent: 'original' });
    expect((await exported(result.id)).bytes).toEqual(original);

    const renewed = await stage.place(result.id, { way: 'renew', bytes: second, recipe: '{"seed":8}' });
    expect(renewed.result.buttons).toEqual(['rerun', 'vary', 'revert']);
    await stage.place(result.id, { way: 'renew', recipe });
    expect(await selected(result.id)).toMatchObject({ recipe: null });

    const before = stage.see(photoId);
    await stage.place(photoId, { way: 'fill', original, recipe });
    await stage.main.request('revert-result', { nodeId: photoId });
    expect(stage.see(photoId)).toEqual(before);
  });

  test('fills that cannot be kept for the way back are not changed', async () => {
    const fills = Array.from({ length: 2500 }, () => flat(1, 0, 0).fills[0]);
    const photoId = stage.figma.draw(layer({ properties: { fills } }));
    const asFill = stage.place(photoId, { way: 'fill', original });
    await expect(asFill).rejects.toMatchObject({ code: 'layer-not-exportable' });
    expect(stage.see(photoId).properties.fills).toEqual(fills);
  });

  test('also once it was moved, turned, flipped and resized: another picture lies where it lies now', async () => {
    const photoId = stage.figma.draw(layer({ rotation: 30 }));
    const { result } = await stage.place(photoId, { original });
    const turned = rotated(217, 900, 40);
    const flipped: typeof turned = [
      [-turned[0][0], turned[0][1], 900],
      [-turned[1][0], turned[1][1], 40],
    ];
    stage.figma.move(result.id, flipped);
    stage.figma.change(result.id, { width: 77, height: 123 });
    const moved = stage.see(result.id);
    for (const bytes of [second, original, second]) {
      expect((await exported(result.id)).bytes).toEqual(original);
      const renewed = await stage.place(result.id, { way: 'renew', bytes });
      const { absoluteTransform, width, height } = renewed.result;
      expect({ absoluteTransform, width, height }).toEqual({
        absoluteTransform: moved.absoluteTransform,
        width: 77,
        height: 123,
      });
      expect(shownPicture(renewed.result)).toEqual(bytes);
    }
  });
});

describe('revert', () => {
  test('takes a result’s layer away, as one undo step', async () => {
    const photoId = stage.figma.draw(layer());
    const before = stage.see(photoId);
    const { nodeId } = await stage.place(photoId, { original });
    await stage.main.request('revert-result', { nodeId });
    expect(stage.see(stage.figma.page()).childIds).toEqual([photoId]);
    expect(stage.see(photoId)).toEqual(before);
    stage.figma.undo();
    expect(stage.figma.see(nodeId)).not.toBeNull();
  });

  test('of a copy in an instance hides it there, and the plugin ends', async () => {
    const photoId = stage.figma.draw(layer());
    const { nodeId } = await stage.place(photoId, { original });
    const instance = stage.figma.draw({ type: 'INSTANCE', children: [] });
    const copy = stage.figma.duplicate(nodeId, instance);
    await stage.main.request('revert-result', { nodeId: copy });
    expect(stage.see(copy).properties.visible).toBe(false);
    stage.figma.select([copy]);
    stage.figma.stopPlugin();
    stage.figma.startPlugin('revert');
    await expect.poll(stage.figma.notices).toHaveLength(1);
  });

  test('leaves alone what was not made by us, and says when the result is gone', async () => {
    const photoId = stage.figma.draw(layer());
    await stage.main.request('revert-result', { nodeId: photoId });
    expect(stage.figma.see(photoId)).not.toBeNull();
    stage.figma.remove(photoId);
    const gone = stage.main.request('revert-result', { nodeId: photoId });
    await expect(gone).rejects.toMatchObject({ code: 'layer-gone' });
  });
});

describe('a layer that is one picture', () => {
  test('sends that picture; anything more is sent as it is seen', async () => {
    const one = await photo(stage.figma, 'coffee.png');
    const bytes = stage.figma.image((one.fills[0] as { imageHash: string }).imageHash);
    const alone = stage.figma.draw(layer({ rotation: 20, properties: one }));
    expect(await selected(alone)).toMatchObject({ sent: 'picture' });
    expect(await exported(alone)).toMatchObject({ bytes, isUpright: true });

    const filters = [{ ...one.fills[0], filters: { exposure: 0.4 } }];
    for (const properties of [
      { ...one, opacity: 0.5 },
      { ...one, strokes: flat(1, 0, 0).fills },
      { fills: [...one.fills, ...flat(1, 0, 0).fills] },
      { fills: filters },
    ]) {
      expect(await selected(stage.figma.draw(layer({ properties })))).toMatchObject({ sent: 'look' });
    }
    const withText = { ...layer({ properties: one }), type: 'FRAME', children: [layer({ type: 'TEXT' })] };
    expect(await selected(stage.figma.draw(withText))).toMatchObject({ sent: 'look' });
  });
});
