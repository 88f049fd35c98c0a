import type { InputValues } from '#shared/inputs/further-inputs.ts';
import { presetLimits } from '#shared/presets/preset-limits.ts';
import * as z from '#shared/zod.ts';

/** An address could have a server load a model that nobody on the team has chosen. */
const text = z
  .string()
  .check(z.maxLength(presetLimits.inputText), z.regex(/^(?!\s*(?:[a-z][\w+.-]*:)?[\\/]{2})/i));

/** Values of further inputs as a preset keeps them. */
export const presetInputsSchema = z.record(
  z.string().check(z.maxLength(presetLimits.inputId)),
  z.union([text, z.number(), z.boolean()]),
);

/** Of these values those a preset can keep. */
export function keepableInputs(values: InputValues): InputValues {
  const kept = Object.entries(values).filter(
    ([id, value]) => presetInputsSchema.safeParse({ [id]: value }).success,
  );
  return Object.fromEntries(kept.slice(0, presetLimits.inputs));
}
