import type { Mac } from '#shared/pairing/crypto.ts';
import {
  claimPairing,
  type GuestDeps,
  openSession,
  type Pairing,
} from '#shared/pairing/guest/open-session.ts';
import type { Pairings } from '#shared/pairing/host/admit-guest.ts';
import { type Desk, serveGuest } from '#shared/pairing/host/serve-guest.ts';
import { plainCrypto } from '#shared/pairing/plain/plain-crypto.ts';
import { isWithin, secretBytes, secretLifeMs, writeSecret } from '#shared/pairing/secret.ts';
import type { Ask } from '#shared/pairing/verbs.ts';
import { webCrypto } from '#shared/pairing/web-crypto.ts';
import { createInbox, type Wire } from '#shared/pairing/wire.ts';
import { systemIds } from '#shared/platform.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';

/** Whoever carries the texts: hands on nothing, one or several texts for one. */
export type Between = (text: string, way: 'to host' | 'to guest') => readonly unknown[];

export const honest: Between = (text) => [text];

/** Two ends of a wire, and what went over it. */
export function wirePair(between: Between = honest) {
  const seen: string[] = [];
  const closeBoth = () => {
    guest.close();
    host.close();
  };
  const guest = createInbox(() => closeBoth());
  const host = createInbox(() => closeBoth());
  const carry = (way: 'to host' | 'to guest', text: string) => {
    seen.push(text);
    const inbox = way === 'to host' ? host : guest;
    for (const each of between(text, way)) inbox.take(each);
  };
  const guestWire: Wire = {
    send: (text) => carry('to host', text),
    receive: guest.receive,
    close: closeBoth,
  };
  const hostWire: Wire = { send: (text) => carry('to guest', text), receive: host.receive, close: closeBoth };
  return { guestWire, hostWire, seen };
}

const echo: Desk['answer'] = async (_, ask, picture) => ({ value: { verb: ask.verb }, bytes: picture });

/** A browser with the real protocol over pairings in memory, and a note of all it was asked. */
export function createHost(answer: Desk['answer'] = echo) {
  // Nobody loses patience here: texts arrive when they arrive.
  const clock = { ...createVirtualClock(), sleep: () => new Promise<void>(() => {}) };
  const pairings = new Map<string, Mac>();
  let offer: { id: string; common: Mac; fromMs: number; untilMs: number } | null = null;
  const asked: { pairingId: string; ask: Ask; sizeBytes: number }[] = [];
  const openOffer = () => (offer && isWithin(offer, clock.nowMs()) ? offer : null);
  const store: Pairings = {
    offer: async () => openOffer(),
    known: async (id) => pairings.get(id) ?? null,
    async claim(offerId, id, key) {
      const mac = await webCrypto.mac(key);
      if (openOffer()?.id !== offerId) return false;
      offer = null;
      pairings.set(id, mac);
      return true;
    },
  };
  const desk: Desk = {
    isWelcome: async (id) => pairings.has(id),
    answer(pairingId, ask, picture) {
      asked.push({ pairingId, ask, sizeBytes: picture.length });
      return answer(pairingId, ask, picture);
    },
  };
  const admitted: string[] = [];
  return {
    clock,
    asked,
    admitted,
    pairings,
    async offer(): Promise<string> {
      const secret = webCrypto.randomBytes(secretBytes);
      const fromMs = clock.nowMs();
      const common = await webCrypto.mac(secret);
      offer = { id: systemIds.uuid(), common, fromMs, untilMs: fromMs + secretLifeMs };
      return writeSecret(secret);
    },
    serve: (wire: Wire): Promise<void> =>
      serveGuest(wire, {
        ...{ pairings: store, desk, crypto: webCrypto, clock, ids: systemIds },
        onAdmitted: (id) => admitted.push(id),
      }),
  };
}

export type Host = ReturnType<typeof createHost>;

/** A panel beside a browser; every text between them goes through `between`. */
export function guestOf(host: Host, between: Between = honest) {
  const wires: ReturnType<typeof wirePair>[] = [];
  const deps: GuestDeps = {
    crypto: plainCrypto,
    clock: host.clock,
    openWire() {
      const pair = wirePair(between);
      wires.push(pair);
      void host.serve(pair.hostWire);
      return pair.guestWire;
    },
  };
  return {
    deps,
    seen: () => wires.flatMap(({ seen }) => seen),
    claim: (secret: string) => claimPairing(secret, deps),
    open: (pairing: Pairing) => openSession(pairing, deps),
  };
}

/** Another character at one place. A to D at the end of base64 may all stand for the same bytes. */
export function flipped(text: string, at: number): string {
  const place = at % text.length;
  const other = /[A-D]/.test(text[place] ?? '') ? 'q' : 'A';
  return text.slice(0, place) + other + text.slice(place + 1);
}
