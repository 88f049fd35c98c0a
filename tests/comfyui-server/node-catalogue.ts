type Fields = Readonly<Record<string, readonly unknown[]>>;
export type NodeInfo = {
  input: { required: Fields };
  output: readonly string[];
  name: string;
  output_node: boolean;
  api_node?: boolean;
};

const models = {
  unet: ['flux1-dev-kontext_fp8_scaled.safetensors'],
  clip: ['clip_l.safetensors', 't5xxl_fp8_e4m3fn_scaled.safetensors'],
  vae: ['ae.safetensors'],
};

const samplers: Fields = {
  model: ['MODEL', {}],
  seed: ['INT', { default: 0, min: 0, max: 2 ** 64 }],
  steps: ['INT', { default: 20, min: 1, max: 10000 }],
  cfg: ['FLOAT', { default: 8, min: 0, max: 100 }],
  sampler_name: [['euler', 'dpmpp_2m'], {}],
  scheduler: [['simple', 'normal'], {}],
  positive: ['CONDITIONING', {}],
  negative: ['CONDITIONING', {}],
  latent_image: ['LATENT', {}],
  denoise: ['FLOAT', { default: 1, min: 0, max: 1, step: 0.01 }],
};

/** What each class takes and whether it is an output; choices in the old list form and the new one. */
const classes: Readonly<Record<string, readonly [fields: Fields, output: string | null]>> = {
  LoadImage: [{ image: [['example.png'], { image_upload: true }] }, 'IMAGE'],
  UNETLoader: [{ unet_name: [models.unet, {}], weight_dtype: [['default', 'fp8_e4m3fn'], {}] }, 'MODEL'],
  DualCLIPLoader: [
    {
      clip_name1: ['COMBO', { options: models.clip }],
      clip_name2: ['COMBO', { options: models.clip }],
      type: ['COMBO', { options: ['sdxl', 'flux'] }],
    },
    'CLIP',
  ],
  VAELoader: [{ vae_name: [models.vae, {}] }, 'VAE'],
  FluxKontextImageScale: [{ image: ['IMAGE', {}] }, 'IMAGE'],
  VAEEncode: [{ pixels: ['IMAGE', {}], vae: ['VAE', {}] }, 'LATENT'],
  CLIPTextEncode: [{ text: ['STRING', { multiline: true }], clip: ['CLIP', {}] }, 'CONDITIONING'],
  ReferenceLatent: [{ conditioning: ['CONDITIONING', {}] }, 'CONDITIONING'],
  FluxGuidance: [
    { conditioning: ['CONDITIONING', {}], guidance: ['FLOAT', { min: 0, max: 100 }] },
    'CONDITIONING',
  ],
  ConditioningZeroOut: [{ conditioning: ['CONDITIONING', {}] }, 'CONDITIONING'],
  KSampler: [samplers, 'LATENT'],
  VAEDecode: [{ samples: ['LATENT', {}], vae: ['VAE', {}] }, 'IMAGE'],
  PrimitiveStringMultiline: [{ value: ['STRING', { multiline: true }] }, 'STRING'],
  PrimitiveString: [{ value: ['STRING', {}] }, 'STRING'],
  PrimitiveFloat: [{ value: ['FLOAT', {}] }, 'FLOAT'],
  PrimitiveInt: [{ value: ['INT', {}] }, 'INT'],
  PrimitiveBoolean: [{ value: ['BOOLEAN', {}] }, 'BOOLEAN'],
  SaveImage: [{ images: ['IMAGE', {}], filename_prefix: ['STRING', { default: 'ComfyUI' }] }, null],
  PreviewImage: [{ images: ['IMAGE', {}] }, null],
  FluxKontextProImageNode: [{ prompt: ['STRING', {}] }, 'IMAGE'],
};

/** `GET /object_info` of a server that lacks some classes and model files. */
export function nodeCatalogue(lacks: readonly string[]): Readonly<Record<string, NodeInfo>> {
  const installed = Object.entries(classes).filter(([name]) => !lacks.includes(name));
  return Object.fromEntries(
    installed.map(([name, [fields, output]]) => [
      name,
      {
        input: { required: withoutFiles(fields, lacks) },
        output: output === null ? [] : [output],
        name,
        output_node: output === null,
        ...(name.startsWith('FluxKontextPro') ? { api_node: true } : {}),
      },
    ]),
  );
}

function withoutFiles(fields: Fields, lacks: readonly string[]): Fields {
  const left = (options: readonly unknown[]) => options.filter((option) => !lacks.includes(String(option)));
  return Object.fromEntries(
    Object.entries(fields).map(([field, [kind, settings]]) => {
      if (Array.isArray(kind)) return [field, [left(kind), settings]];
      if (kind !== 'COMBO') return [field, [kind, settings]];
      return [field, [kind, { options: left((settings as { options: unknown[] }).options) }]];
    }),
  );
}

/** The options of a choice field, `null` for any other. */
export function choicesOf(info: NodeInfo, field: string): readonly unknown[] | null {
  const [kind, settings] = info.input.required[field] ?? [];
  if (Array.isArray(kind)) return kind;
  return kind === 'COMBO' ? (settings as { options: unknown[] }).options : null;
}
