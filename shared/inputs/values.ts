import { fitValue } from '#shared/inputs/fit-value.ts';
import type { InputDefinition, InputRoles, InputValue } from '#shared/inputs/input-definition.ts';

/** Range of the strength slider, 0..1; `null` where the workflow has no strength input. */
export type StrengthRange = { min: number; max: number; step: number };

export function strengthRange(inputs: readonly InputDefinition[], roles: InputRoles): StrengthRange | null {
  const input = inputs.find(({ id }) => id === roles.strength);
  if (input?.kind !== 'number') return null;
  const unit = strengthUnit(input);
  return {
    min: (input.min ?? 0) / unit,
    max: (input.max ?? unit) / unit,
    step: (input.step ?? 0.05 * unit) / unit,
  };
}

/** What an input calls full strength: 1, or the end of its own scale where that goes further, e.g. 100. */
function strengthUnit(input: InputDefinition | undefined): number {
  return input?.kind === 'number' && input.max !== null && input.max > 1 ? input.max : 1;
}

export type RecipeValues = {
  prompt: string;
  strength: number | null;
  seed: number;
  inputs: Readonly<Record<string, InputValue>>;
};

/**
 * The `inputs` object of a run. Values are brought into each input's own type and range, because
 * ComfyDeploy silently takes the default instead of a value outside it; what cannot be made to fit
 * is left out for the same reason, as are empty texts.
 */
export function runInputs(
  definitions: readonly InputDefinition[],
  roles: InputRoles,
  values: RecipeValues,
  pictureValue: string,
): Record<string, InputValue> {
  const wanted: Record<string, InputValue> = { ...values.inputs };
  if (roles.picture) wanted[roles.picture] = pictureValue;
  if (roles.prompt) wanted[roles.prompt] = values.prompt;
  if (roles.seed) wanted[roles.seed] = values.seed;
  const known = new Map(definitions.map((definition) => [definition.id, definition]));
  if (roles.strength && values.strength !== null) {
    wanted[roles.strength] = values.strength * strengthUnit(known.get(roles.strength));
  }
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([id, value]) => {
      const definition = known.get(id);
      const fitted = definition ? fitValue(definition, value) : value;
      return fitted === null || fitted === '' ? [] : [[id, fitted]];
    }),
  );
}
