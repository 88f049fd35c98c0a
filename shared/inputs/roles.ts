import type { InputDefinition, InputRoles } from '#shared/inputs/input-definition.ts';

export type Role = keyof InputRoles;

/** Kinds of input that can take each role on. */
const kindsFor: Readonly<Record<Role, readonly InputDefinition['kind'][]>> = {
  picture: ['picture'],
  prompt: ['text'],
  strength: ['number'],
  seed: ['seed', 'number'],
};

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

/** The inputs a role may be given to. */
export function inputsFor(role: Role, inputs: readonly InputDefinition[]): InputDefinition[] {
  return inputs.filter(({ kind }) => kindsFor[role].includes(kind));
}

type Described = { inputs: readonly InputDefinition[]; roles?: Partial<InputRoles> };

/**
 * Which inputs are picture, prompt, strength and seed: as a person has chosen, else as guessed. A choice
 * whose input is gone or has become another kind no longer counts; a picture there always is.
 */
export function rolesOf({ inputs, roles: chosen = {} }: Described): InputRoles {
  const guessed = guessRoles(inputs);
  const pick = (role: Role): string | null => {
    const choice = chosen[role];
    if (choice === null) return role === 'picture' ? guessed.picture : null;
    const isThere = inputsFor(role, inputs).some(({ id }) => id === choice);
    return choice !== undefined && isThere ? choice : guessed[role];
  };
  return {
    picture: pick('picture'),
    prompt: pick('prompt'),
    strength: pick('strength'),
    seed: pick('seed'),
  };
}
