import type { InputDefinition, InputRoles } from '#shared/inputs/input-definition.ts';

/** Guesses which inputs are picture, prompt, strength and seed: by kind first, by name among those. */
export function guessRoles(inputs: readonly InputDefinition[]): InputRoles {
  const pick = (kinds: readonly string[], name: RegExp, nameRequired: boolean): string | null => {
    const fitting = inputs.filter((input) => kinds.includes(input.kind));
    const named = fitting.find((input) => name.test(input.id) || name.test(input.label));
    return (named ?? (nameRequired ? undefined : fitting[0]))?.id ?? null;
  };
  return {
    picture: pick(['picture'], /image|picture|source/i, false),
    prompt: pick(['text'], /prompt|instruction|positive/i, false),
    strength: pick(['number'], /strength|denoise/i, true),
    seed: pick(['seed'], /seed/i, false) ?? pick(['number'], /seed/i, true),
  };
}
