/**
 * The only door to zod. `jitless` is set before any schema exists, because zod's probe of
 * `new Function` is a content-security-policy violation on extension pages.
 * Consumers write `import * as z from '#shared/zod.ts'`, which tree-shakes.
 */
import { config, type core, ZodMiniCatch } from 'zod/mini';

config({ jitless: true });

export * from 'zod/mini';

/**
 * Reads as `fallback` what `schema` refuses. In place of zod's own, which reaches for its `util` by two
 * names, so that a bundle keeps all ten kilobytes of that.
 */
// @__NO_SIDE_EFFECTS__
function orElse<T extends core.SomeType>(schema: T, fallback: core.output<T>): ZodMiniCatch<T> {
  const innerType = schema as unknown as core.$ZodType;
  const made = new ZodMiniCatch({ type: 'catch', innerType, catchValue: () => fallback });
  return made as unknown as ZodMiniCatch<T>;
}

export { orElse as catch };
