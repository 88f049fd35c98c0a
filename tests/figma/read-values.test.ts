import { afterEach, beforeEach, expect, test } from 'vitest';
import { flat } from '../fakes/figma/drawings.ts';
import { openPlacing, type PlacingStage } from './placing-stage.ts';

let stage: PlacingStage;

beforeEach(async () => {
  stage = await openPlacing();
});

afterEach(() => stage.close());

const text = (name: string, characters: string, more = {}) => ({
  ...{ type: 'TEXT', name },
  properties: { ...flat(0, 0, 0), characters, ...more },
});

test('texts in the layer and variables of the file, by name; what is not there is null', async () => {
  stage.figma.setVariable('places/City', 'Rome');
  stage.figma.setVariable('Price', 5);
  stage.figma.setVariable('Ground', { r: 1, g: 0, b: 0 });
  const card = stage.figma.draw({
    type: 'FRAME',
    children: [
      {
        type: 'GROUP',
        children: [text('Headline', 'Not seen', { visible: false }), text('Headline', 'Now')],
      },
      text('Headline', 'Later'),
    ],
  });
  stage.figma.draw(text('Outside', 'Elsewhere'));
  const names = [
    'layer:Headline',
    'layer: Outside',
    'variable:City',
    'variable:Price',
    'variable:Ground',
    'variable:None',
  ];
  const values = await stage.main.request('read-values', { nodeId: card, names });
  expect(values.map(({ value }) => value)).toEqual(['Now', null, 'Rome', '5', null, null]);
  expect(values.map(({ name }) => name)).toEqual(names);
});

test('a text layer says its own words', async () => {
  const nodeId = stage.figma.draw(text('Headline', 'Now'));
  const values = await stage.main.request('read-values', { nodeId, names: ['layer:Headline'] });
  expect(values).toEqual([{ name: 'layer:Headline', value: 'Now' }]);
});
