import type { WireNode } from '#shared/engines/comfydeploy/wire.ts';
import type { InputDefinition } from '#shared/inputs/input-definition.ts';

const prefix = 'ComfyUIDeployExternal';

type Fields = Readonly<Record<string, unknown>>;
type Kind<T = InputDefinition> = T extends unknown ? Omit<T, 'id' | 'label' | 'hint' | 'group'> : never;

/** A node class: the id ComfyUI gives an input that was never named, and what the input is. */
type NodeClass = { id: string; kind: (fields: Fields) => Kind };

const text = (fields: Fields): Kind => ({ kind: 'text', defaultValue: textOr(fields.default_value, '') });

/** The external nodes without their prefix (BennyKok/comfyui-deploy, comfy-nodes/external_*.py). */
const nodeClasses: Readonly<Record<string, NodeClass>> = {
  Image: { id: 'input_image', kind: picture },
  ImageAlpha: { id: 'input_image', kind: (fields) => ({ ...picture(fields), keepsAlpha: true }) },
  ImageBatch: { id: 'input_images', kind: () => ({ kind: 'picture-batch' }) },
  Text: { id: 'input_text', kind: text },
  TextAny: { id: 'input_text', kind: text },
  TextSingleLine: { id: '', kind: text },
  Number: { id: 'input_number', kind: (fields) => plainNumber(fields, false) },
  NumberInt: { id: 'input_number', kind: (fields) => plainNumber(fields, true) },
  NumberSlider: { id: 'input_number_slider', kind: (fields) => slider(fields, 1) },
  NumberSliderInt: {
    id: 'input_number_slider_int',
    kind: (fields) => ({ ...slider(fields, 10), integer: true }),
  },
  Seed: { id: 'input_seed', kind: seed },
  Boolean: {
    id: 'input_bool',
    kind: (fields) => ({ kind: 'boolean', defaultValue: fields.default_value === true }),
  },
  Enum: {
    id: 'input_enum',
    kind: (fields) => ({
      kind: 'choice',
      options: optionsOf(fields),
      defaultValue: textOr(fields.default_value, ''),
    }),
  },
  Color: {
    id: 'input_color',
    kind: (fields) => ({ kind: 'colour', defaultValue: textOr(fields.default_value, '') }),
  },
  Lora: {
    id: 'input_lora',
    kind: (fields) => ({ kind: 'lora', defaultValue: textOr(fields.default_lora_name, '') }),
  },
  Checkpoint: {
    id: 'input_checkpoint',
    kind: (fields) => ({ kind: 'checkpoint', defaultValue: textOr(fields.default_checkpoint_name, '') }),
  },
  FaceModel: {
    id: 'input_reactor_face_model',
    kind: (fields) => ({ kind: 'face-model', defaultValue: textOr(fields.default_face_model_name, '') }),
  },
  Video: { id: 'input_video', kind: () => ({ kind: 'file', medium: 'video' }) },
  Audio: { id: 'input_audio', kind: () => ({ kind: 'file', medium: 'audio' }) },
  EXR: { id: 'input_exr', kind: () => ({ kind: 'file', medium: 'exr' }) },
  File: { id: 'input_file', kind: () => ({ kind: 'file', medium: 'any' }) },
};

/** An external node as an input definition, `null` for any other node. */
export function inputFromNode(node: WireNode): InputDefinition | null {
  if (!node.class_type.startsWith(prefix)) return null;
  const name = node.class_type.slice(prefix.length);
  const nodeClass = Object.hasOwn(nodeClasses, name) ? nodeClasses[name] : undefined;
  const fields = node.inputs ?? {};
  const id = textOr(fields.input_id, nodeClass?.id ?? '');
  if (id === '') return null;
  const base = { id, label: textOr(fields.display_name, id), hint: textOr(fields.description, '') };
  return { ...base, ...(nodeClass?.kind(fields) ?? { kind: 'other', nodeClass: name }) };
}

function picture({ default_value_url: url }: Fields): Kind<Extract<InputDefinition, { kind: 'picture' }>> {
  return { kind: 'picture', ...(typeof url === 'string' && URL.canParse(url) ? { defaultUrl: url } : {}) };
}

/** The integer node reads digits only, so a negative number would silently become its default. */
function plainNumber(fields: Fields, integer: boolean): Kind<Extract<InputDefinition, { kind: 'number' }>> {
  const defaultValue = numberOr(fields.default_value, 0);
  return { kind: 'number', integer, defaultValue, min: integer ? 0 : null, max: null, step: stepOf(fields) };
}

function slider(fields: Fields, usualMax: number): Kind<Extract<InputDefinition, { kind: 'number' }>> {
  const min = numberOr(fields.min_value, 0);
  const defaultValue = numberOr(fields.default_value, min);
  const max = numberOr(fields.max_value, usualMax);
  return { kind: 'number', integer: false, defaultValue, min, max, step: stepOf(fields) };
}

/** 0 and below mean "random", and what was random is never told: the range begins at 1. */
function seed(fields: Fields): Kind {
  const one = Math.max(1, numberOr(fields.min_value, 1));
  const other = Math.max(1, numberOr(fields.max_value, 4_294_967_295));
  return { kind: 'seed', min: Math.min(one, other), max: Math.max(one, other) };
}

const stepOf = (fields: Fields) => (typeof fields.step === 'number' ? fields.step : null);

/** `options` of the node is a JSON array in a string; `enum_options` of the API a real array. */
function optionsOf(fields: Fields): string[] {
  const listed = fields.enum_options;
  if (Array.isArray(listed)) return listed.map(String);
  try {
    const parsed: unknown = JSON.parse(textOr(fields.options, '[]'));
    return Array.isArray(parsed) ? parsed.map(String) : [];
  } catch {
    return [];
  }
}

function textOr(value: unknown, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value : fallback;
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}
