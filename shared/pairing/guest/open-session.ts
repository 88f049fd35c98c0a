import { toBase64 } from '#shared/connection/base64.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Mac, PairingCrypto } from '#shared/pairing/crypto.ts';
import { readAnswer } from '#shared/pairing/guest/answer.ts';
import { bytesOf, sessionKeys, type Who, writeHello } from '#shared/pairing/handshake.ts';
import { isSame } from '#shared/pairing/is-same.ts';
import { createSealedChannel, type SealedChannel } from '#shared/pairing/sealed-channel.ts';
import { readSecret } from '#shared/pairing/secret.ts';
import type { Wire } from '#shared/pairing/wire.ts';
import type { Bytes, Clock } from '#shared/ports.ts';

/** What a guest keeps: which pairing it is, and what it has in common with the browser, in base64. */
export type Pairing = { pairingId: string; key: string };

export type GuestDeps = {
  /** A fresh way to whatever listens beside the panel. */
  openWire(): Wire;
  crypto: PairingCrypto;
  clock: Clock;
};

type Greeted = { channel: SealedChannel; pairingId: string; pairingKey: Bytes };

/** A browser that has to start its worker first answers within a second or two. */
const patienceMs = 15_000;
const noCode =
  'What was pasted is no code of Restyle’s. Press Connect Figma in the extension’s settings, and copy the new one.';

/**
 * Uses a pasted secret up for a pairing. Raises `invalid-input` for what is no secret, `not-paired` when
 * the browser does not know it (any more), `unreachable` when no browser answers.
 */
export async function claimPairing(pasted: string, deps: GuestDeps): Promise<Pairing> {
  const secret = readSecret(pasted);
  if (!secret) throw new AppError('invalid-input', noCode);
  const { channel, pairingId, pairingKey } = await shakeHands({ kind: 'claim' }, secret, deps);
  channel.close();
  return { pairingId, key: toBase64(pairingKey) };
}

/** A session of a pairing. Raises `not-paired` and `unreachable`. */
export async function openSession({ pairingId, key }: Pairing, deps: GuestDeps): Promise<SealedChannel> {
  const common = bytesOf(key) ?? notPaired();
  return (await shakeHands({ kind: 'session', pairingId }, common, deps)).channel;
}

async function shakeHands(who: Who, common: Bytes, deps: GuestDeps): Promise<Greeted> {
  const wire = deps.openWire();
  const answered = new AbortController();
  deps.clock.sleep(patienceMs, answered.signal).then(wire.close, () => {});
  try {
    return await greet(wire, who, await deps.crypto.mac(common), deps.crypto);
  } catch (error) {
    wire.close();
    throw error;
  } finally {
    answered.abort();
  }
}

async function greet(wire: Wire, who: Who, common: Mac, crypto: PairingCrypto): Promise<Greeted> {
  const own = await crypto.exchange();
  const hello = writeHello(who, own.publicKey, crypto.randomBytes(32));
  wire.send(hello);
  const { terms, proof, pairingId, publicKey } = readAnswer(await next(wire)) ?? notPaired();
  const agreed = await own.agree(bytesOf(publicKey) ?? new Uint8Array()).catch(notPaired);
  const keys = await sessionKeys(common, agreed, { hello, terms }, crypto);
  if (!isSame(bytesOf(proof) ?? new Uint8Array(), keys.hostProof)) notPaired();
  if (who.kind === 'session' && pairingId !== who.pairingId) notPaired();
  wire.send(JSON.stringify({ proof: toBase64(keys.guestProof) }));
  const channel = createSealedChannel(wire, keys.toHost, keys.toGuest);
  if (!(await channel.receive())) notPaired();
  return { channel, pairingId, pairingKey: keys.pairingKey };
}

async function next(wire: Wire): Promise<string> {
  const text = await wire.receive();
  if (text === null) throw unreachable();
  return text;
}

export function unreachable(): AppError {
  return new AppError('unreachable', 'No browser with Restyle answers beside this panel');
}

function notPaired(): never {
  throw new AppError('not-paired', 'The browser beside this panel does not know the pairing');
}
