import { bytesOf, parsed, version } from '#shared/pairing/handshake.ts';
import type { Bytes } from '#shared/ports.ts';
import * as z from '#shared/zod.ts';

/** 65 bytes, and 32, in base64. */
const publicKey = z.string().check(z.length(88));
const nonce = z.string().check(z.length(44));
const shared = { version: z.literal(version), publicKey, nonce };
const pairingId = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

const helloSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('claim'), ...shared }),
  z.strictObject({ kind: z.literal('session'), pairingId, ...shared }),
]);
const proofSchema = z.strictObject({ proof: z.string().check(z.length(44)) });

export type Hello = z.infer<typeof helloSchema>;

/** A guest's first words; `null` when they are none, or of a version that is not ours. */
export function readHello(text: string): Hello | null {
  return helloSchema.safeParse(parsed(text)).data ?? null;
}

/** `null` when it is no proof at all. */
export function readProof(text: string): Bytes | null {
  const said = proofSchema.safeParse(parsed(text));
  return said.success ? bytesOf(said.data.proof) : null;
}
