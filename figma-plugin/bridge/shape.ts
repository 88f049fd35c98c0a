/**
 * Checks by hand for what crosses between Figma's two worlds: its main thread has no zod, and any
 * frame that can reach the panel's window may post to it.
 */
export type Shape<T> = (value: unknown) => value is T;
export type Of<S> = S extends Shape<infer T> ? T : never;

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
export const isNumber = (value: unknown): value is number => Number.isFinite(value);
/** A view of its own buffer: whatever crosses between the worlds is copied. */
export type Bytes = Uint8Array<ArrayBuffer>;
export const isBytes = (value: unknown): value is Bytes => value instanceof Uint8Array;
export const isNothing = (value: unknown): value is undefined => value === undefined || value === null;
export const isAnything = (_value: unknown): _value is unknown => true;

export function oneOf<const T extends string>(...allowed: readonly T[]): Shape<T> {
  return (value): value is T => allowed.some((item) => item === value);
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value): value is T | null => value === null || shape(value);
}

export function listOf<T>(shape: Shape<T>): Shape<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every((item) => shape(item));
}

type Fields = Readonly<Record<string, Shape<unknown>>>;
type Checked<F extends Fields> = { [Name in keyof F]: Of<F[Name]> };

/** An object with at least these fields, each of its shape. */
export function recordOf<F extends Fields>(fields: F): Shape<Checked<F>> {
  const entries = Object.entries(fields);
  return (value): value is Checked<F> =>
    typeof value === 'object' &&
    value !== null &&
    entries.every(([name, shape]) => shape((value as Record<string, unknown>)[name]));
}
