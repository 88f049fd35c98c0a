import { parsed, version } from '#shared/pairing/handshake.ts';
import * as z from '#shared/zod.ts';

const answerSchema = z.looseObject({ terms: z.string(), proof: z.string() });
const termsSchema = z.looseObject({
  version: z.literal(version),
  pairingId: z.string(),
  publicKey: z.string(),
  nonce: z.string(),
});

export type HostAnswer = { terms: string; proof: string; pairingId: string; publicKey: string };

/** The host's first words, with what its terms say; `null` when they are none, or of another version. */
export function readAnswer(text: string): HostAnswer | null {
  const answer = answerSchema.safeParse(parsed(text));
  const said = answer.success ? termsSchema.safeParse(parsed(answer.data.terms)) : null;
  if (!answer.success || !said?.success) return null;
  const { terms, proof } = answer.data;
  const { pairingId, publicKey } = said.data;
  return { terms, proof, pairingId, publicKey };
}
