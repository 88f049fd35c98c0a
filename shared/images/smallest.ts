import type { EncodableMimeType } from '#shared/images/codec.ts';
import type { Bytes } from '#shared/ports.ts';

export type Encoded = { bytes: Bytes; mimeType: EncodableMimeType };

/** The file with fewer bytes; the first of equals. */
export function smaller(a: Encoded, b: Encoded): Encoded {
  return b.bytes.length < a.bytes.length ? b : a;
}

export function smallest(first: Encoded, others: readonly (Encoded | null)[]): Encoded {
  return others.reduce<Encoded>((best, other) => (other ? smaller(best, other) : best), first);
}
