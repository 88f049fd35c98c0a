/**
 * The only door to zod. `jitless` is set before any schema exists, because zod's probe of
 * `new Function` is a content-security-policy violation on extension pages.
 * Consumers write `import * as z from '#shared/zod.ts'`, which tree-shakes.
 *
 * What most schemas are made of is put off: a program knows many schemas when it starts and reads with few, and
 * zod makes each with all its parts at once, which is much of what a service worker does before it hears anything.
 */
import * as zod from 'zod/mini';

zod.config({ jitless: true });

export * from 'zod/mini';

type Check = Parameters<zod.ZodMiniType['check']>[0];

/** Stands for a schema until that is first read with: what is asked of one anywhere here, and no more. */
class DeferredSchema {
  readonly #make: () => zod.ZodMiniType;
  #made: zod.ZodMiniType | undefined;

  constructor(make: () => zod.ZodMiniType) {
    this.#make = make;
  }

  get #schema(): zod.ZodMiniType {
    this.#made ??= this.#make();
    return this.#made;
  }

  get _zod() {
    return this.#schema._zod;
  }

  get def() {
    return this.#schema.def;
  }

  /** Of objects only. */
  get shape() {
    return (this.#schema as zod.ZodMiniObject).shape;
  }

  /** What `catchall` makes its schema of. */
  clone(...given: Parameters<zod.ZodMiniType['clone']>) {
    return this.#schema.clone(...given);
  }

  check(...checks: Check[]) {
    return new DeferredSchema(() => this.#schema.check(...checks));
  }

  parse(value: unknown) {
    return this.#schema.parse(value);
  }

  safeParse(value: unknown) {
    return this.#schema.safeParse(value);
  }
}

/** The same maker of schemas, each made only when something is first read with it, or with one that holds it. */
function deferred<Make extends (...given: never[]) => unknown>(make: Make): Make {
  const later = (...given: Parameters<Make>) => new DeferredSchema(() => make(...given) as zod.ZodMiniType);
  return later as unknown as Make;
}

/**
 * Reads as `fallback` what `schema` refuses. In place of zod's own, which reaches for its `util` by two
 * names, so that a bundle keeps all ten kilobytes of that.
 */
// @__NO_SIDE_EFFECTS__
function readingElse<T extends zod.core.SomeType>(
  schema: T,
  fallback: zod.core.output<T>,
): zod.ZodMiniCatch<T> {
  const innerType = schema as unknown as zod.core.$ZodType;
  const made = new zod.ZodMiniCatch({ type: 'catch', innerType, catchValue: () => fallback });
  return made as unknown as zod.ZodMiniCatch<T>;
}

export const array = /* @__PURE__ */ deferred(zod.array);
export const boolean = /* @__PURE__ */ deferred(zod.boolean);
export const discriminatedUnion = /* @__PURE__ */ deferred(zod.discriminatedUnion);
export const literal = /* @__PURE__ */ deferred(zod.literal);
export const looseObject = /* @__PURE__ */ deferred(zod.looseObject);
export const nullable = /* @__PURE__ */ deferred(zod.nullable);
export const nullish = /* @__PURE__ */ deferred(zod.nullish);
export const number = /* @__PURE__ */ deferred(zod.number);
export const object = /* @__PURE__ */ deferred(zod.object);
export const optional = /* @__PURE__ */ deferred(zod.optional);
export const record = /* @__PURE__ */ deferred(zod.record);
export const strictObject = /* @__PURE__ */ deferred(zod.strictObject);
export const string = /* @__PURE__ */ deferred(zod.string);
export const union = /* @__PURE__ */ deferred(zod.union);
export const unknown = /* @__PURE__ */ deferred(zod.unknown);
const oneOf = /* @__PURE__ */ deferred(zod.enum);
const orElse = /* @__PURE__ */ deferred(readingElse);

export { oneOf as enum, orElse as catch };
