/** Flux Kontext as ComfyUI exports it with "Export (API)": load, scale, encode, sample, save. */
export const kontextGraph = {
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
  '6': {
    class_type: 'CLIPTextEncode',
    inputs: { text: 'make it watercolor', clip: ['2', 0] },
    _meta: { title: 'CLIP Text Encode (Positive Prompt)' },
  },
  '7': { class_type: 'ReferenceLatent', inputs: { conditioning: ['6', 0], latent: ['5', 0] } },
  '8': { class_type: 'VAEDecode', inputs: { samples: ['16', 0], vae: ['3', 0] } },
  '9': { class_type: 'SaveImage', inputs: { images: ['8', 0], filename_prefix: 'ComfyUI' } },
  '10': { class_type: 'LoadImage', inputs: { image: 'example.png' }, _meta: { title: 'Load Image' } },
  '14': { class_type: 'FluxGuidance', inputs: { conditioning: ['7', 0], guidance: 2.5 } },
  '15': { class_type: 'ConditioningZeroOut', inputs: { conditioning: ['6', 0] } },
  '16': {
    class_type: 'KSampler',
    inputs: {
      model: ['1', 0],
      positive: ['14', 0],
      negative: ['15', 0],
      latent_image: ['5', 0],
      seed: 7,
      steps: 20,
      cfg: 1,
      sampler_name: 'euler',
      scheduler: 'simple',
      denoise: 0.9,
    },
  },
} as const;

export const kontextFile: string = JSON.stringify(kontextGraph);
