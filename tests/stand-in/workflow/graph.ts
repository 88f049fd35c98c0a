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

/** Flux Kontext as ComfyUI's own template wires it, between the external nodes. */
const kontext = (denoise: number | [string, number]): WorkflowGraph => ({
  '1': {
    class_type: 'UNETLoader',
    inputs: { unet_name: 'flux1-dev-kontext_fp8_scaled.safetensors', weight_dtype: 'default' },
  },
  '2': {
    class_type: 'DualCLIPLoader',
    inputs: {
      clip_name1: 'clip_l.safetensors',
      clip_name2: 't5xxl_fp8_e4m3fn_scaled.safetensors',
      type: 'flux',
    },
  },
  '3': { class_type: 'VAELoader', inputs: { vae_name: 'ae.safetensors' } },
  '4': { class_type: 'FluxKontextImageScale', inputs: { image: ['10', 0] } },
  '5': { class_type: 'VAEEncode', inputs: { pixels: ['4', 0], vae: ['3', 0] } },
  '6': { class_type: 'CLIPTextEncode', inputs: { text: ['11', 0], clip: ['2', 0] } },
  '7': { class_type: 'ReferenceLatent', inputs: { conditioning: ['6', 0], latent: ['5', 0] } },
  '14': { class_type: 'FluxGuidance', inputs: { conditioning: ['7', 0], guidance: 2.5 } },
  '15': { class_type: 'ConditioningZeroOut', inputs: { conditioning: ['6', 0] } },
  '16': {
    class_type: 'KSampler',
    inputs: {
      model: ['1', 0],
      positive: ['14', 0],
      negative: ['15', 0],
      latent_image: ['5', 0],
      seed: ['13', 0],
      steps: 20,
      cfg: 1,
      sampler_name: 'euler',
      scheduler: 'simple',
      denoise,
    },
  },
  '8': { class_type: 'VAEDecode', inputs: { samples: ['16', 0], vae: ['3', 0] } },
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
});

export function createGraph(options: { defaultPictureUrl: string; hasStrength: boolean }): WorkflowGraph {
  return {
    ...externalInputs(options.defaultPictureUrl),
    ...(options.hasStrength ? strengthSlider : {}),
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
