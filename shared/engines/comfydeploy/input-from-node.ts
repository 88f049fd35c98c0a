import type { WireNode } from '#shared/engines/comfydeploy/wire.ts';
import type { InputDefinition } from '#shared/inputs/input-definition.ts';

const prefix = 'ComfyUIDeployExternal';

/** Node class (without its prefix) to the id ComfyUI gives an input that was never named. */
const defaultIds: Readonly<Record<string, string>> = {
  Image: 'input_image',
  ImageAlpha: 'input_image',
  Text: 'input_text',
  TextAny: 'input_text',
  Number: 'input_number',
  NumberInt: 'input_number',
  NumberSlider: 'input_number_slider',
  NumberSliderInt: 'input_number_slider_int',
  Seed: 'input_seed',
  Boolean: 'input_bool',
  Enum: 'input_enum',
};

/** An external node as an input definition, `null` for any other node. */
export function inputFromNode(node: WireNode): InputDefinition | null {
  if (!node.class_type.startsWith(prefix)) return null;
  const nodeClass = node.class_type.slice(prefix.length);
  const fields = node.inputs ?? {};
  const id = textOr(fields.input_id, defaultIds[nodeClass] ?? '');
  if (id === '') return null;
  const base = { id, label: textOr(fields.display_name, id), hint: textOr(fields.description, '') };
  return { ...base, ...kindOf(nodeClass, fields) };
}

type Kind<T = InputDefinition> = T extends unknown ? Omit<T, 'id' | 'label' | 'hint'> : never;

function kindOf(nodeClass: string, fields: Readonly<Record<string, unknown>>): Kind {
  const value = fields.default_value;
  switch (nodeClass) {
    case 'Image':
    case 'ImageAlpha':
      return { kind: 'picture' };
    case 'Text':
    case 'TextAny':
    case 'TextSingleLine':
      return { kind: 'text', defaultValue: textOr(value, '') };
    case 'Boolean':
      return { kind: 'boolean', defaultValue: value === true };
    case 'Seed':
      return {
        kind: 'seed',
        min: numberOr(fields.min_value, 1),
        max: numberOr(fields.max_value, 4294967295),
      };
    case 'Enum':
      return { kind: 'choice', options: optionsOf(fields), defaultValue: textOr(value, '') };
    case 'Number':
    case 'NumberInt':
    case 'NumberSlider':
    case 'NumberSliderInt':
      return numberKind(nodeClass, fields);
    default:
      return { kind: 'other', nodeClass };
  }
}

function numberKind(nodeClass: string, fields: Readonly<Record<string, unknown>>): Kind {
  const isSlider = nodeClass.includes('Slider');
  return {
    kind: 'number',
    integer: nodeClass.endsWith('Int'),
    defaultValue: numberOr(fields.default_value, 0),
    min: isSlider ? numberOr(fields.min_value, 0) : null,
    max: isSlider ? numberOr(fields.max_value, 1) : null,
    step: typeof fields.step === 'number' ? fields.step : null,
  };
}

/** `options` of the node is a JSON array in a string; `enum_options` of the API a real array. */
function optionsOf(fields: Readonly<Record<string, unknown>>): string[] {
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
