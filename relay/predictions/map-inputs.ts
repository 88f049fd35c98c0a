import type { EngineDescription } from '#shared/engines/engine.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { InputValue } from '#shared/inputs/input-definition.ts';
import { rolesOf } from '#shared/inputs/roles.ts';
import { runInputs } from '#shared/inputs/values.ts';
import { words } from '../words.ts';
import type { PredictionInput } from './prediction-body.ts';

type Mapped = {
  /** Names of the four that the workflow has no place for. */
  ignored: readonly string[];
  needsPicture: boolean;
  /** The inputs of the run, once the picture can be read by the workflow. */
  withPicture(pictureValue: string): Record<string, InputValue>;
};

/**
 * The four inputs of a prediction as the workflow's own, whatever these are called; any other has to be one of the
 * workflow's by name. Raises `invalid-input`: ComfyDeploy itself would pass over a wrong name in silence.
 */
export function mapInputs(description: EngineDescription, input: PredictionInput, seed: number): Mapped {
  const { inputs: definitions } = description;
  const roles = rolesOf(description);
  const { input_image, prompt, strength, seed: wishedSeed, restyle_nonce, ...others } = input;
  const stranger = Object.keys(others).find((name) => !definitions.some(({ id }) => id === name));
  if (stranger !== undefined) {
    const names = definitions.map(({ id }) => id).join(', ');
    throw new AppError('invalid-input', words.inputUnknown(stranger, names), { status: 422 });
  }
  const given = { input_image, prompt, strength, seed: wishedSeed };
  const placeOf = {
    input_image: roles.picture,
    prompt: roles.prompt,
    strength: roles.strength,
    seed: roles.seed,
  };
  const names = Object.keys(placeOf) as (keyof typeof placeOf)[];
  return {
    ignored: names.filter((name) => given[name] != null && placeOf[name] === null),
    needsPicture: roles.picture !== null,
    withPicture: (pictureValue) =>
      runInputs(
        definitions,
        roles,
        {
          prompt: prompt ?? '',
          strength: strength ?? null,
          seed: wishedSeed ?? seed,
          inputs: others as Record<string, InputValue>,
        },
        pictureValue,
      ),
  };
}
