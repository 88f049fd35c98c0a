import { AppError } from '#shared/errors/app-error.ts';
import * as z from '#shared/zod.ts';

/** The parsed value, or a plain sentence that names the place: `relay.config.json: port must be ...`. */
export function parseOr<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  source: string,
): z.output<Schema> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.map(String).join('.') ?? '';
  throw new AppError('not-configured', `${source}: ${place} ${issue?.message ?? 'is not valid'}.`);
}
