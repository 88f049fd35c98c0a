import { expect, it } from 'vitest';
import { describeDeployment } from '#shared/engines/comfydeploy/describe.ts';

const node = (name: string, inputs: object) => ({ class_type: `ComfyUIDeployExternal${name}`, inputs });

it('finds in the graph what input_types leaves out: seed, options, output', () => {
  const { inputs, outputId } = describeDeployment({
    id: 'd',
    workflow_version_id: 'v',
    gpu: 'L40S',
    workflow: { name: 'Edit' },
    version: {
      workflow_api: {
        1: node('Image', { input_id: 'input_image' }),
        2: node('Seed', { input_id: 'seed', min_value: 1, max_value: 99 }),
        3: node('Enum', { input_id: 'look', options: '["a","b"]', default_value: 'a' }),
        4: node('NumberSliderInt', { input_id: 'steps', default_value: 20, min_value: 1, max_value: 50 }),
        5: node('Text', { input_id: ['7', 0] }),
        9: { class_type: 'ComfyDeployOutputImage', inputs: { output_id: 'picture' } },
        10: 'no node at all',
      },
    },
    input_types: [{ class_type: 'ComfyUIDeployExternalText', input_id: 'prompt', default_value: 'x' }],
  });
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
