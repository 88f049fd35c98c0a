import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { flat, flatPng } from '../fakes/figma/drawings.ts';
import type { Drawing } from '../fakes/figma/sandbox/drawing.ts';
import { layer, openPlacing, type PlacingStage, picture, placingOf } from './placing-stage.ts';

let stage: PlacingStage;

beforeEach(async () => {
  stage = await openPlacing();
});

afterEach(() => stage.close());

describe('nothing of the person’s own is changed', () => {
  test.each([
    [
      'an instance',
      { type: 'INSTANCE', x: 70, rotation: 12, children: [{ type: 'FRAME', x: 9, children: [layer()] }] },
      true,
    ],
    ['a main component', { type: 'COMPONENT', x: 70, children: [layer()] }, true],
    [
      'a set of components',
      { type: 'COMPONENT_SET', x: 20, children: [{ type: 'COMPONENT', x: 30, children: [layer()] }] },
      true,
    ],
    [
      'a boolean shape',
      { type: 'BOOLEAN_OPERATION', children: [layer(), layer({ name: 'Hole', x: 90 })] },
      false,
    ],
    ['a transform group', { type: 'TRANSFORM_GROUP', x: 20, children: [layer()] }, false],
    [
      'a mask’s group',
      {
        type: 'GROUP',
        children: [layer({ properties: { ...flat(1, 0, 0), isMask: true } }), layer({ name: 'Masked' })],
      },
      false,
    ],
  ] as const)('%s: the result lies just above it', async (_name, drawing, isComponent) => {
    const { outer, photo } = stage.drawAround(drawing as unknown as Drawing);
    const before = stage.figma.see(outer);

    const { result, where } = await stage.place(photo);

    stage.expectSameBox(result, photo);
    expect(result.parentId).toBe(stage.figma.page());
    expect(result.index).toBe(stage.see(outer).index + 1);
    expect(stage.see(outer)).toEqual(before);
    expect(where).toBe(isComponent ? 'above-component' : 'above');
  });

  test('an instance within an instance: above the outermost one, in its frame', async () => {
    const inner: Drawing = { type: 'INSTANCE', x: 5, children: [layer()] };
    const { outer, photo } = stage.drawAround({
      type: 'FRAME',
      x: 300,
      rotation: 30,
      children: [{ type: 'INSTANCE', x: 7, children: [inner] }],
    });
    const { result } = await stage.place(photo);
    expect(result.parentId).toBe(outer);
    stage.expectSameBox(result, photo);
  });

  test('the selection stays what the person selected', async () => {
    const photo = stage.figma.draw(layer());
    stage.figma.select([photo]);
    await stage.place(photo);
    expect(stage.figma.selection()).toEqual([photo]);
  });
});

describe('each result is one undo step', () => {
  test('and undone alone', async () => {
    const photo = stage.figma.draw(layer());
    const first = await stage.place(photo);
    const second = await stage.place(photo);
    expect(stage.figma.undoSteps()).toBe(2);

    stage.figma.undo();
    expect(stage.figma.see(second.nodeId)).toBeNull();
    expect(stage.figma.see(first.nodeId)).not.toBeNull();
    stage.figma.undo();
    expect(stage.figma.see(first.nodeId)).toBeNull();
    expect(stage.figma.see(photo)).not.toBeNull();
  });

  test('and a job is placed once, though it is asked for twice', async () => {
    const photo = stage.figma.draw(layer());
    const first = await stage.place(photo, { jobId: 'one' });
    const again = await stage.place(photo, { jobId: 'one' });
    expect(again.nodeId).toBe(first.nodeId);
    expect(stage.figma.undoSteps()).toBe(1);
    stage.figma.undo();
    expect((await stage.place(photo, { jobId: 'one' })).nodeId).not.toBe(first.nodeId);
  });

  test('and a picture that Figma refuses leaves nothing behind', async () => {
    const photo = stage.figma.draw(layer());
    const request = (bytes: Uint8Array<ArrayBuffer>) =>
      stage.main.request('place-result', placingOf(photo, { bytes }));
    const webp = new Uint8Array(Buffer.from('RIFF____WEBPVP8 ______________________'));

    await expect(request(webp)).rejects.toMatchObject({ code: 'result-unreadable' });
    await expect(request(await flatPng(4097, 10))).rejects.toMatchObject({ code: 'picture-too-large' });
    expect(stage.see(stage.figma.page()).childIds).toEqual([photo]);
    expect(stage.figma.undoSteps()).toBe(0);
  });
});

describe('a layer that was deleted meanwhile', () => {
  test('is gone, and its result can lie on the page where the layer was', async () => {
    const { outer, photo } = stage.drawAround({
      type: 'FRAME',
      x: 90,
      rotation: 33,
      children: [layer({ rotation: 5 })],
    });
    const source = stage.see(photo);
    const { place: lay } = await stage.main.request('export-layer', {
      nodeId: photo,
      way: 'above',
      exactIds: [],
    });
    stage.figma.remove(outer);

    await expect(stage.place(photo)).rejects.toMatchObject({ code: 'layer-gone' });
    const { nodeId } = await stage.main.request('place-on-page', {
      jobId: 'j',
      place: lay,
      bytes: picture,
      name: 'Neon · Photo',
    });

    const result = stage.see(nodeId);
    expect(result.absoluteTransform.flat()).toEqual(
      source.absoluteTransform.flat().map((part) => expect.closeTo(part, 6)),
    );
    expect(result).toMatchObject({ width: 300, height: 200, parentId: stage.figma.page() });
  });

  test('a result is shown on its own page', async () => {
    const photo = stage.figma.draw(layer());
    const page = stage.figma.page();
    const { nodeId } = await stage.place(photo);
    stage.figma.openPage(stage.figma.addPage('Second'));
    await stage.main.request('show-layer', { nodeId });
    expect(stage.figma.page()).toBe(page);
    expect(stage.figma.selection()).toEqual([nodeId]);
    expect(stage.figma.shown()).toEqual([nodeId]);

    stage.figma.remove(nodeId);
    await stage.main.request('show-layer', { nodeId });
    expect(stage.figma.notices()).toEqual(['That result is no longer in this file.']);
  });
});
