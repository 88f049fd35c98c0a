import { fitValue } from '#shared/inputs/fit-value.ts';
import type { InputDefinition, InputRoles, InputValue } from '#shared/inputs/input-definition.ts';
import { rolesOf } from '#shared/inputs/roles.ts';

/** Values by input id. */
export type InputValues = Readonly<Record<string, InputValue>>;

const settableKinds = [
  'text',
  'number',
  'boolean',
  'choice',
  'colour',
  'lora',
  'checkpoint',
  'face-model',
] as const satisfies readonly InputDefinition['kind'][];

/** An input that a person may set beside those which Restyle fills itself. */
export type FurtherInput = Extract<InputDefinition, { kind: (typeof settableKinds)[number] }>;

type Described = { inputs: readonly InputDefinition[]; roles?: Partial<InputRoles> };

/**
 * The inputs of a workflow that nothing else fills and that have a value of the workflow's own, in its author's
 * order. Further pictures and files are not among them: they would have to be sent along.
 */
export function furtherInputs(description: Described): FurtherInput[] {
  const taken = Object.values(rolesOf(description));
  return description.inputs.filter(isSettable).filter(({ id }) => !taken.includes(id));
}

/**
 * What of these values is sent: of inputs that there are, brought into their type and range, and other than the
 * workflow's own. Values of another workflow fall away here.
 */
export function chosenInputs(description: Described, values: InputValues): Record<string, InputValue> {
  return fittedInputs(furtherInputs(description), values);
}

/** The same of further inputs that are known already: what is shown of them is then what is sent. */
export function fittedInputs(
  inputs: readonly FurtherInput[],
  values: InputValues,
): Record<string, InputValue> {
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const value = Object.hasOwn(values, input.id) ? values[input.id] : undefined;
      const fitted = value === undefined ? null : fitValue(input, value);
      return fitted === null || fitted === '' || fitted === input.defaultValue ? [] : [[input.id, fitted]];
    }),
  );
}

/** Whether two sets of values are one. */
export function isSameInputs(some: InputValues, others: InputValues): boolean {
  const ids = Object.keys(some);
  return ids.length === Object.keys(others).length && ids.every((id) => some[id] === others[id]);
}

function isSettable(input: InputDefinition): input is FurtherInput {
  return settableKinds.some((kind) => kind === input.kind);
}
