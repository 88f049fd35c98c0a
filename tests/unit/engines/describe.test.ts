import { expect, it } from 'vitest';
import { describeDeployment } from '#shared/engines/comfydeploy/describe.ts';
import type { InputDefinition } from '#shared/inputs/input-definition.ts';

const node = (name: string, inputs: object, meta?: object) => ({
  class_type: `ComfyUIDeployExternal${name}`,
  inputs,
  ...(meta && { _meta: meta }),
});

function describeGraph(graph: Record<string, unknown>, listed: Record<string, string>[] = []) {
  return describeDeployment({
    id: 'd',
    workflow_version_id: 'v',
    gpu: 'L40S',
    workflow: { name: 'Edit' },
    version: { workflow_api: graph },
    input_types: listed.map((input) => ({ class_type: '', input_id: '', ...input })),
  });
}

const inputOf = (name: string, inputs: object = {}) => describeGraph({ 1: node(name, inputs) }).inputs[0];

it('finds in the graph what input_types leaves out: seed, options, output', () => {
  const { inputs, outputId } = describeGraph(
    {
      1: node('Image', { input_id: 'input_image' }),
      2: node('Seed', { input_id: 'seed', min_value: 1, max_value: 99 }),
      3: node('Enum', { input_id: 'look', options: '["a","b"]', default_value: 'a' }),
      4: node('NumberSliderInt', { input_id: 'steps', default_value: 20, min_value: 1, max_value: 50 }),
      5: node('Text', { input_id: ['7', 0] }),
      9: { class_type: 'ComfyDeployOutputImage', inputs: { output_id: 'picture' } },
      10: 'no node at all',
    },
    [{ class_type: 'ComfyUIDeployExternalText', input_id: 'prompt', default_value: 'x' }],
  );
  expect(outputId).toBe('picture');
  expect(inputs.map(({ id, kind }) => [id, kind])).toEqual([
    ['input_image', 'picture'],
    ['seed', 'seed'],
    ['look', 'choice'],
    ['steps', 'number'],
    ['input_text', 'text'],
    ['prompt', 'text'],
  ]);
  expect(inputs[2]).toMatchObject({ options: ['a', 'b'] });
});

it.each<[string, object, Partial<InputDefinition> & Record<string, unknown>]>([
  ['Image', {}, { id: 'input_image', kind: 'picture' }],
  ['ImageAlpha', {}, { id: 'input_image', kind: 'picture', keepsAlpha: true }],
  ['ImageBatch', {}, { id: 'input_images', kind: 'picture-batch' }],
  ['Text', { default_value: 'a' }, { id: 'input_text', kind: 'text', defaultValue: 'a' }],
  ['TextAny', {}, { id: 'input_text', kind: 'text' }],
  ['TextSingleLine', { input_id: 'line' }, { id: 'line', kind: 'text' }],
  ['Number', { default_value: -0.5 }, { id: 'input_number', integer: false, min: null, defaultValue: -0.5 }],
  ['NumberInt', { default_value: 3 }, { id: 'input_number', integer: true, min: 0, max: null }],
  ['NumberSlider', {}, { id: 'input_number_slider', integer: false, min: 0, max: 1 }],
  ['NumberSliderInt', { min_value: -4 }, { id: 'input_number_slider_int', integer: true, min: -4, max: 10 }],
  ['Seed', { min_value: 0, max_value: 5 }, { id: 'input_seed', kind: 'seed', min: 1, max: 5 }],
  ['Seed', { min_value: 9, max_value: 5 }, { kind: 'seed', min: 5, max: 9 }],
  ['Boolean', { default_value: true }, { id: 'input_bool', kind: 'boolean', defaultValue: true }],
  ['Enum', { options: 'no json' }, { id: 'input_enum', kind: 'choice', options: [] }],
  ['Color', { default_value: '#fff' }, { id: 'input_color', kind: 'colour', defaultValue: '#fff' }],
  ['Lora', { default_lora_name: 'ink' }, { id: 'input_lora', kind: 'lora', defaultValue: 'ink' }],
  ['Checkpoint', {}, { id: 'input_checkpoint', kind: 'checkpoint', defaultValue: '' }],
  ['FaceModel', {}, { id: 'input_reactor_face_model', kind: 'face-model' }],
  ['Video', {}, { id: 'input_video', kind: 'file', medium: 'video' }],
  ['Audio', {}, { id: 'input_audio', kind: 'file', medium: 'audio' }],
  ['EXR', {}, { id: 'input_exr', kind: 'file', medium: 'exr' }],
  ['File', {}, { id: 'input_file', kind: 'file', medium: 'any' }],
  ['Hologram', { input_id: 'h' }, { id: 'h', kind: 'other', nodeClass: 'Hologram' }],
  ['toString', { input_id: 't' }, { id: 't', kind: 'other' }],
])('reads the external node %s %j', (name, inputs, expected) => {
  expect(inputOf(name, inputs)).toMatchObject(expected);
});

it('passes over a node nobody can name', () => expect(inputOf('TextSingleLine')).toBeUndefined());

it('keeps the order of the playground, and the groups under both of their spellings', () => {
  const { inputs } = describeGraph({
    _groups: { g1: { title: 'Look', inputIds: ['a'] } },
    1: node('Text', { input_id: 'last' }),
    2: node('Text', { input_id: 'second' }, { cd_input_order: 1, cd_input_group_id: 'g1' }),
    3: node('Text', { input_id: 'first' }, { cd_input_order: 0, cd_group_name: 'Basics' }),
    4: node('Text', { input_id: 'odd' }, { cd_input_order: 'x', cd_input_group_id: 'unknown' }),
  });
  expect(inputs.map(({ id, group }) => [id, group])).toEqual([
    ['first', 'Basics'],
    ['second', 'Look'],
    ['last', undefined],
    ['odd', undefined],
  ]);
});

it('makes one input of several nodes with one id, at the first place', () => {
  const { inputs } = describeGraph({
    1: node('Text', { input_id: 'prompt' }, { cd_input_order: 1 }),
    2: node('Seed', { input_id: 'seed' }, { cd_input_order: 2 }),
    3: node('Text', { input_id: 'prompt' }, { cd_input_order: 3 }),
  });
  expect(inputs.map(({ id }) => id)).toEqual(['prompt', 'seed']);
});
