import { toErrorData } from '#shared/errors/app-error.ts';
import { admitGuest, type HostDeps } from '#shared/pairing/host/admit-guest.ts';
import { readRequest } from '#shared/pairing/host/request.ts';
import { readPacket, writePacket } from '#shared/pairing/packet.ts';
import type { SealedChannel } from '#shared/pairing/sealed-channel.ts';
import type { Ask } from '#shared/pairing/verbs.ts';
import type { Wire } from '#shared/pairing/wire.ts';
import type { Bytes, Clock } from '#shared/ports.ts';

export type Reply = { value: unknown; bytes?: Bytes };

/** What the browser does for a guest that has proved who it is. */
export type Desk = {
  /** Asked before every answer: `false` once the pairing was revoked. */
  isWelcome(pairingId: string): Promise<boolean>;
  /** Rejects with an `AppError`, which the guest is told. */
  answer(pairingId: string, ask: Ask, picture: Bytes): Promise<Reply>;
};

/** A session nobody has used for so long is over. */
const idleMs = 600_000;

/** More answers than a panel waits for at a time. */
const mostInHand = 32;

export type ServeDeps = HostDeps & { desk: Desk; clock: Clock; onAdmitted(pairingId: string): void };

/** Serves whoever is at the other end, if it is paired, until one of the two ends it. */
export async function serveGuest(wire: Wire, deps: ServeDeps): Promise<void> {
  try {
    const admitted = await admitGuest(wire, deps);
    if (!admitted) return;
    deps.onAdmitted(admitted.pairingId);
    await answerAll(admitted.pairingId, admitted.channel, deps);
  } finally {
    wire.close();
  }
}

async function answerAll(pairingId: string, channel: SealedChannel, deps: ServeDeps): Promise<void> {
  const { desk, clock } = deps;
  let inHand = 0;
  for (;;) {
    const sinceMs = clock.monotonicMs();
    const message = await channel.receive();
    if (!message || (inHand === 0 && clock.monotonicMs() - sinceMs > idleMs)) return;
    const packet = readPacket(message);
    const request = packet && readRequest(packet.said);
    // A guest that we have paired with says nothing else: it is none, or not our version of one.
    if (!packet || !request || inHand >= mostInHand) return;
    if (!(await desk.isWelcome(pairingId))) return;
    const { id, ask } = request;
    inHand += 1;
    void answer(id, () => desk.answer(pairingId, ask, packet.bytes), channel).finally(() => {
      inHand -= 1;
    });
  }
}

async function answer(id: number, act: () => Promise<Reply>, channel: SealedChannel): Promise<void> {
  const reply = await act().then(
    ({ value, bytes = new Uint8Array() }) => ({ said: { id, ok: true, value }, bytes }),
    (thrown: unknown) => {
      const { code, detail } = toErrorData(thrown);
      return { said: { id, ok: false, code, detail }, bytes: new Uint8Array() };
    },
  );
  await channel.send(writePacket(reply)).catch(() => channel.close());
}
