import { describe, expect, it } from 'vitest';
import {
  fillWorkflow,
  parseWorkflow,
  readWorkflow,
  workflowVersion,
} from '#shared/engines/comfyui/workflow.ts';
import { guessRoles } from '#shared/inputs/roles.ts';
import { kontextFile, kontextGraph } from '../../fixtures/kontext-workflow.ts';

type Nodes = Record<string, { class_type: string; inputs: object; _meta?: { title: string } }>;
const parsed = (changes: Nodes = {}) => parseWorkflow(JSON.stringify({ ...kontextGraph, ...changes }));
const rolesOf = (changes: Nodes) => guessRoles(parsed(changes).inputs);
const sampler = kontextGraph['16'];
const withSampler = (inputs: object): Nodes => ({
  16: { ...sampler, inputs: { ...sampler.inputs, ...inputs } },
});

describe('what is found in a workflow', () => {
  it('finds picture, prompt, strength and seed of Flux Kontext', () => {
    const workflow = parsed();
    expect(guessRoles(workflow.inputs)).toEqual({
      picture: '10.image',
      prompt: '6.text',
      strength: '16.denoise',
      seed: '16.seed',
    });
    expect(workflow.inputs).toContainEqual(
      expect.objectContaining({ id: '16.denoise', kind: 'number', defaultValue: 0.9, max: 1 }),
    );
    expect(workflow.outputId).toBe('9');
  });

  it('tells the positive prompt from a negative one that stands first and is called a prompt', () => {
    const changes: Nodes = {
      0: {
        class_type: 'CLIPTextEncode',
        inputs: { text: 'blurry', clip: ['2', 0] },
        _meta: { title: 'Positive prompt' },
      },
      6: { class_type: 'CLIPTextEncode', inputs: { text: 'oil', clip: ['2', 0] }, _meta: { title: 'CLIP' } },
      ...withSampler({ negative: ['0', 0] }),
    };
    expect(rolesOf(changes).prompt).toBe('6.text');
    expect(parsed(changes).inputs).toContainEqual(
      expect.objectContaining({ id: '0.text', label: 'Negative prompt' }),
    );
  });

  it('takes a text that feeds both sides, zeroed out for the negative one, before one that feeds none', () => {
    const unused = { class_type: 'CLIPTextEncode', inputs: { text: 'left over', clip: ['2', 0] } };
    expect(rolesOf({ 0: unused }).prompt).toBe('6.text');
  });

  it('keeps the two sides apart behind a node that passes both through', () => {
    const changes: Nodes = {
      0: { class_type: 'CLIPTextEncode', inputs: { text: 'blurry', clip: ['2', 0] } },
      20: { class_type: 'ControlNetApplyAdvanced', inputs: { positive: ['14', 0], negative: ['0', 0] } },
      ...withSampler({ positive: ['20', 0], negative: ['20', 1] }),
    };
    expect(rolesOf(changes).prompt).toBe('6.text');
  });

  it('follows a field to the value node it is linked to', () => {
    const workflow = parsed({
      30: { class_type: 'PrimitiveStringMultiline', inputs: { value: 'make it neon' } },
      31: { class_type: 'PrimitiveInt', inputs: { value: 5 } },
      6: { class_type: 'CLIPTextEncode', inputs: { text: ['30', 0], clip: ['2', 0] } },
      ...withSampler({ seed: ['31', 0] }),
    });
    expect(guessRoles(workflow.inputs)).toMatchObject({ prompt: '30.value', seed: '31.value' });
  });

  it('offers no strength where sampling starts from nothing', () => {
    const changes: Nodes = {
      5: { class_type: 'EmptySD3LatentImage', inputs: { width: 1024, height: 1024, batch_size: 1 } },
    };
    expect(rolesOf(changes).strength).toBeNull();
  });

  it('takes the saved picture that ends the graph, not a preview on the way', () => {
    const changes: Nodes = { 2.5: { class_type: 'PreviewImage', inputs: { images: ['4', 0] } } };
    expect(parsed(changes).outputId).toBe('9');
  });

  it('changes its version with the graph, and only with it', async () => {
    expect(await workflowVersion(parsed())).toBe(await workflowVersion(parsed()));
    expect(await workflowVersion(parsed())).not.toBe(
      await workflowVersion(parsed(withSampler({ steps: 8 }))),
    );
  });
});

describe('a workflow made for ComfyDeploy', () => {
  const external = (kind: string, inputs: object) => ({ class_type: `ComfyUIDeployExternal${kind}`, inputs });
  const workflow = parsed({
    10: external('Image', { input_id: 'input_image', display_name: 'Source image' }),
    11: external('Text', { input_id: 'prompt', default_value: 'make it watercolor' }),
    12: external('NumberSlider', { input_id: 'strength', default_value: 0.8, min_value: 0.1, max_value: 1 }),
    13: external('Seed', { input_id: 'seed', default_value: -1, min_value: 1 }),
    6: { class_type: 'CLIPTextEncode', inputs: { text: ['11', 0], clip: ['2', 0] } },
    9: {
      class_type: 'ComfyDeployOutputImage',
      inputs: { images: ['8', 0], filename_prefix: 'Kontext', file_type: 'webp', output_id: 'output_image' },
    },
    ...withSampler({ seed: ['13', 0], denoise: ['12', 0] }),
  });

  it('needs none of its nodes and keeps its inputs', () => {
    const classes = Object.values(workflow.graph).map(({ class_type }) => class_type);
    expect(classes.filter((name) => /Deploy/.test(name))).toEqual([]);
    expect(guessRoles(workflow.inputs)).toEqual({
      picture: '10.image',
      prompt: '11.value',
      strength: '12.value',
      seed: '13.value',
    });
    expect(workflow.graph['9']).toMatchObject({
      class_type: 'SaveImage',
      inputs: { filename_prefix: 'Kontext' },
    });
  });
});

describe('filling in', () => {
  it('sets what it knows, leaves out what it does not, and keeps the template as it was', () => {
    const workflow = parsed();
    const values = { '6.text': 'oil painting', '16.seed': 42, '3.vae_name': 'evil', 'nobody.x': 1 };
    const filled = fillWorkflow(workflow, values);
    expect(filled['6']?.inputs).toEqual({ text: 'oil painting', clip: ['2', 0] });
    expect(filled['3']).toEqual(kontextGraph['3']);
    expect(filled).not.toHaveProperty('nobody');
    expect(workflow.graph).toEqual(JSON.parse(kontextFile));
    expect(readWorkflow(workflow, filled)).toMatchObject({ '6.text': 'oil painting', '16.seed': 42 });
  });

  it('gives both halves of Flux’s text encoder the same words', () => {
    const workflow = parsed({
      6: {
        class_type: 'CLIPTextEncodeFlux',
        inputs: { clip_l: 'old', t5xxl: 'old', guidance: 3, clip: ['2', 0] },
      },
    });
    const filled = fillWorkflow(workflow, { '6.t5xxl': 'new' });
    expect(filled['6']?.inputs).toMatchObject({ clip_l: 'new', t5xxl: 'new' });
  });
});

describe('what is no workflow in API format', () => {
  const editorFile = { nodes: [{ id: 1, type: 'KSampler' }], links: [], version: 0.4 };
  const textOnly = { 6: kontextGraph['6'], 9: kontextGraph['9'] };
  it.each([
    ['the editor’s own file', JSON.stringify(editorFile), /Export \(API\)/],
    ['no JSON', 'PNG', /Export \(API\)/],
    ['a list', '[]', /Export \(API\)/],
    ['an empty object', '{}', /Export \(API\)/],
    ['nodes without a class', '{"1":{"inputs":{}}}', /Export \(API\)/],
    ['a workflow that takes no picture', JSON.stringify(textOnly), /Load Image/],
  ])('refuses %s and says what to do', (_, text, words) => {
    expect(() => parseWorkflow(text)).toThrow(words);
    expect(() => parseWorkflow(text)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});
