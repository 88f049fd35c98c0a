import { kontextGraph } from '../../fixtures/kontext-workflow.ts';

/** A ComfyUI graph in API format. */
export type WorkflowNode = {
  class_type: string;
  inputs: Readonly<Record<string, unknown>>;
  _meta?: { title: string };
};
export type WorkflowGraph = Readonly<Record<string, WorkflowNode>>;

const externalInputs = (defaultPictureUrl: string): WorkflowGraph => ({
  '10': {
    class_type: 'ComfyUIDeployExternalImage',
    inputs: {
      input_id: 'input_image',
      display_name: 'Source image',
      description: 'Image to edit',
      default_value_url: defaultPictureUrl,
    },
  },
  '11': {
    class_type: 'ComfyUIDeployExternalText',
    inputs: {
      input_id: 'prompt',
      display_name: 'Prompt',
      description: 'What to change',
      default_value: 'make it watercolor',
    },
  },
  '13': {
    class_type: 'ComfyUIDeployExternalSeed',
    inputs: {
      input_id: 'seed',
      display_name: 'Seed',
      default_value: -1,
      min_value: 1,
      max_value: 4294967295,
    },
  },
});

const strengthSlider: WorkflowGraph = {
  '12': {
    class_type: 'ComfyUIDeployExternalNumberSlider',
    inputs: {
      input_id: 'strength',
      display_name: 'Strength',
      description: '',
      default_value: 0.8,
      min_value: 0.1,
      max_value: 1,
    },
  },
};

/** What a workflow's author may leave to its users beside the usual four. */
const furtherSettings: WorkflowGraph = {
  '17': {
    class_type: 'ComfyUIDeployExternalNumberSlider',
    inputs: {
      input_id: 'guidance',
      display_name: 'Guidance',
      description: 'How closely the words are followed',
      default_value: 2.5,
      min_value: 1,
      max_value: 5,
    },
  },
  '18': {
    class_type: 'ComfyUIDeployExternalNumberInt',
    inputs: { input_id: 'steps', display_name: 'Steps', description: '', default_value: 20 },
  },
  '19': {
    class_type: 'ComfyUIDeployExternalEnum',
    inputs: {
      input_id: 'sampler',
      display_name: 'Sampler',
      description: '',
      default_value: 'euler',
      options: '["euler", "heun", "dpmpp_2m"]',
    },
  },
};

/** Flux Kontext, its own values taken from the external nodes and its picture given to ComfyDeploy's. */
function kontext(denoise: number | [string, number]): WorkflowGraph {
  const { 10: _picture, 6: text, 16: sampler, ...others } = kontextGraph;
  return {
    ...others,
    '6': { class_type: text.class_type, inputs: { ...text.inputs, text: ['11', 0] } },
    '16': { ...sampler, inputs: { ...sampler.inputs, seed: ['13', 0], denoise } },
    '9': {
      class_type: 'ComfyDeployOutputImage',
      inputs: {
        images: ['8', 0],
        filename_prefix: 'ComfyUI',
        file_type: 'webp',
        quality: 90,
        output_id: 'output_image',
      },
    },
  };
}

export type GraphOptions = { defaultPictureUrl: string; hasStrength: boolean; hasSettings?: boolean };

export function createGraph(options: GraphOptions): WorkflowGraph {
  return {
    ...externalInputs(options.defaultPictureUrl),
    ...(options.hasStrength ? strengthSlider : {}),
    ...(options.hasSettings ? furtherSettings : {}),
    ...kontext(options.hasStrength ? ['12', 0] : 1),
  };
}

/** Order in which ComfyUI visits the graph's nodes, for progress and `live_status`. */
export const executionOrder = [
  'UNETLoader',
  'DualCLIPLoader',
  'VAELoader',
  'ComfyUIDeployExternalImage',
  'ComfyUIDeployExternalText',
  'ComfyUIDeployExternalSeed',
  'FluxKontextImageScale',
  'VAEEncode',
  'CLIPTextEncode',
  'ReferenceLatent',
  'FluxGuidance',
  'ConditioningZeroOut',
  'KSampler',
  'VAEDecode',
  'ComfyDeployOutputImage',
] as const;
