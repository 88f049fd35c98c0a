import type { Preset } from '#shared/presets/preset.ts';
import { keepableInputs, presetInputsSchema } from '#shared/presets/preset-inputs.ts';
import { presetLimits } from '#shared/presets/preset-limits.ts';
import type { SyncValue } from '#shared/sync/sync-item.ts';
import * as z from '#shared/zod.ts';

const ratio = z.number().check(z.minimum(0), z.maximum(1));

/** What came later than the rest is never a reason to lose a preset: damaged, it is left out. */
const savedSchema = z.looseObject({
  version: z.literal(1),
  name: z.string().check(z.minLength(1), z.maxLength(presetLimits.name)),
  description: z.string().check(z.maxLength(presetLimits.description)),
  prompt: z.string().check(z.maxLength(presetLimits.prompt)),
  strength: ratio,
  safe: z.catch(z.nullable(z.object({ from: ratio, to: ratio })), null),
  folder: z.catch(z.string().check(z.maxLength(presetLimits.folder)), ''),
  tags: z.catch(z.array(z.string().check(z.maxLength(presetLimits.tag))), []),
  inputs: z.catch(presetInputsSchema, {}),
  picture: z.nullable(
    z.string().check(z.regex(/^data:image\/(webp|jpeg|png);base64,/), z.maxLength(presetLimits.pictureUrl)),
  ),
});

/** A preset of a person's own, as it is stored; `null` when it is damaged or of a version we do not know. */
export function parseSavedPreset(id: string, stored: unknown): Preset | null {
  const parsed = savedSchema.safeParse(stored);
  if (!parsed.success) return null;
  const { version, name, description, prompt, strength, safe, folder, tags, inputs, picture } = parsed.data;
  const saved = { version, id, name, description, prompt, strength, safe, folder, picture, builtIn: false };
  return { ...saved, ...furtherOf({ tags, inputs }) };
}

/** What is stored of a preset: as few bytes as it takes. Fields of the stored one that we do not know stay. */
export function savedValueOf(preset: Omit<Preset, 'id' | 'builtIn'>, before: SyncValue = {}): SyncValue {
  const { name, description, prompt, strength, safe, folder, tags, inputs, picture } = preset;
  const { safe: _, folder: __, tags: ___, inputs: ____, ...kept } = before;
  const organised = {
    ...(safe && { safe }),
    ...(folder !== '' && { folder }),
    ...furtherOf({ tags, inputs }),
  };
  return { ...kept, version: 1, name, description, prompt, strength, ...organised, picture };
}

/** What few presets have, where this one has any. */
function furtherOf({
  tags = [],
  inputs = {},
}: Pick<Preset, 'tags' | 'inputs'>): Pick<Preset, 'tags' | 'inputs'> {
  const kept = keepableInputs(inputs);
  return {
    ...(tags.length > 0 && { tags: tags.slice(0, presetLimits.tags) }),
    ...(Object.keys(kept).length > 0 && { inputs: kept }),
  };
}
