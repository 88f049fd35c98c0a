import { AppError } from '#shared/errors/app-error.ts';
import * as z from '#shared/zod.ts';
import { words } from '../words.ts';

/**
 * A body in its form. Raises `invalid-input`, naming the place: `input.strength: must be a number`. A field that a
 * strict form does not have is most likely another one misspelt: it is refused by its name, with status 400.
 */
export function parseBody<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const strange = issues.find((one) => one.code === 'unrecognized_keys');
  if (strange) throw new AppError('invalid-input', words.fieldsUnknown(strange.keys), { status: 400 });
  const [issue] = issues;
  const place = issue?.path.map(String).join('.') || 'body';
  throw new AppError('invalid-input', `${place}: ${issue?.message ?? 'is not valid'}`, { status: 422 });
}
