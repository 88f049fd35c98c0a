import { toBase64 } from '#shared/connection/base64.ts';
import type { Mac, PairingCrypto } from '#shared/pairing/crypto.ts';
import { bytesOf, refusal, sessionKeys, writeTerms } from '#shared/pairing/handshake.ts';
import { type Hello, readHello, readProof } from '#shared/pairing/host/hello.ts';
import { isSame } from '#shared/pairing/is-same.ts';
import { writePacket } from '#shared/pairing/packet.ts';
import { createSealedChannel, type SealedChannel } from '#shared/pairing/sealed-channel.ts';
import type { Wire } from '#shared/pairing/wire.ts';
import type { Bytes, Ids } from '#shared/ports.ts';

/** What the browser keeps of pairings. The two signing keys are the only ones, and nobody can read them. */
export type Pairings = {
  /** The secret that can be used now; `null` when there is none, or its time is over. */
  offer(): Promise<{ id: string; common: Mac } | null>;
  /** What is in common with a pairing; `null` when it was revoked or never was. */
  known(pairingId: string): Promise<Mac | null>;
  /** Uses the secret up for a pairing; `false` when another was quicker, or its time is over by now. */
  claim(offerId: string, pairingId: string, key: Bytes): Promise<boolean>;
};

export type HostDeps = { pairings: Pairings; crypto: PairingCrypto; ids: Pick<Ids, 'uuid'> };

export type Admitted = { pairingId: string; channel: SealedChannel };

type Met = { pairingId: string; common: Mac; offerId: string | null };

/** The host's half of the handshake. `null` for whoever cannot prove to be paired, and nothing is changed. */
export async function admitGuest(wire: Wire, { pairings, crypto, ids }: HostDeps): Promise<Admitted | null> {
  const hello = await wire.receive();
  const said = hello === null ? null : readHello(hello);
  if (hello === null || !said) return null;
  const met = await meet(said, pairings, ids);
  const own = await crypto.exchange();
  const agreed = met && (await agreeWith(said, own.agree));
  if (!met || !agreed) {
    wire.send(refusal);
    return null;
  }
  const terms = writeTerms(met.pairingId, own.publicKey, crypto.randomBytes(32));
  const keys = await sessionKeys(met.common, agreed, { hello, terms }, crypto);
  wire.send(JSON.stringify({ terms, proof: toBase64(keys.hostProof) }));
  const answered = await wire.receive();
  const proof = answered === null ? null : readProof(answered);
  if (!proof || !isSame(proof, keys.guestProof)) return null;
  if (met.offerId !== null && !(await pairings.claim(met.offerId, met.pairingId, keys.pairingKey)))
    return null;
  const channel = createSealedChannel(wire, keys.toGuest, keys.toHost);
  await channel.send(writePacket({ said: { welcome: true }, bytes: new Uint8Array() }));
  return { pairingId: met.pairingId, channel };
}

async function meet(said: Hello, pairings: Pairings, ids: Pick<Ids, 'uuid'>): Promise<Met | null> {
  if (said.kind === 'claim') {
    const offer = await pairings.offer();
    return offer && { pairingId: ids.uuid(), common: offer.common, offerId: offer.id };
  }
  const common = await pairings.known(said.pairingId);
  return common && { pairingId: said.pairingId, common, offerId: null };
}

async function agreeWith(
  { publicKey }: Hello,
  agree: (other: Bytes) => Promise<Bytes>,
): Promise<Bytes | null> {
  const other = bytesOf(publicKey);
  return other && agree(other).catch(() => null);
}
