import type { EngineDescription } from '#shared/engines/engine.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { guessRoles } from '#shared/inputs/roles.ts';

/** The description, if its workflow takes a picture at all. Raises `invalid-input`. */
export function requirePicture(description: EngineDescription): EngineDescription {
  if (guessRoles(description.inputs).picture !== null) return description;
  throw new AppError('invalid-input', 'The workflow has no picture input (an External Image node).');
}
