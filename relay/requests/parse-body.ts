import { AppError } from '#shared/errors/app-error.ts';
import * as z from '#shared/zod.ts';

/** A body in its form. Raises `invalid-input`, naming the place: `input.strength: must be a number`. */
export function parseBody<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join('.') || 'body';
  throw new AppError('invalid-input', `${place}: ${issue?.message ?? 'is not valid'}`, { status: 422 });
}
