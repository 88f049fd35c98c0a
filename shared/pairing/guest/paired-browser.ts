import { AppError } from '#shared/errors/app-error.ts';
import {
  type GuestDeps,
  openSession,
  type Pairing,
  unreachable,
} from '#shared/pairing/guest/open-session.ts';
import { readPacket, writePacket } from '#shared/pairing/packet.ts';
import type { SealedChannel } from '#shared/pairing/sealed-channel.ts';
import { type Ask, answerSchema, errorOf } from '#shared/pairing/verbs.ts';
import type { Bytes } from '#shared/ports.ts';

export type Told = { value: unknown; bytes: Bytes };

export type PairedBrowser = {
  /** Raises what the browser raises, `not-paired`, and `unreachable` when no answer comes. */
  ask(ask: Ask, picture?: Bytes): Promise<Told>;
};

type Waiting = { resolve(told: Told): void; reject(error: AppError): void };
type Talk = { channel: SealedChannel; waiting: Map<number, Waiting> };

/** The browser on the other side of a pairing. A session is opened when it is needed, and anew when it has ended. */
export function createPairedBrowser(pairing: Pairing, deps: GuestDeps): PairedBrowser {
  let talk: Promise<Talk> | null = null;
  let count = 0;

  async function begin(): Promise<Talk> {
    const begun: Talk = { channel: await openSession(pairing, deps), waiting: new Map() };
    void hear(begun).then(() => {
      talk = null;
      for (const { reject } of begun.waiting.values()) reject(unreachable());
    });
    return begun;
  }

  function current(): Promise<Talk> {
    talk ??= begin().catch((error: unknown) => {
      talk = null;
      throw error;
    });
    return talk;
  }

  return {
    async ask(ask, picture = new Uint8Array()) {
      const { channel, waiting } = await current();
      count += 1;
      const id = count;
      const told = new Promise<Told>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
      });
      await channel.send(writePacket({ said: { id, ask }, bytes: picture })).catch((error: unknown) => {
        waiting.get(id)?.reject(new AppError('picture-too-large', String(error)));
      });
      return told.finally(() => waiting.delete(id));
    },
  };
}

/** Hands on what the browser says, until one of the two has ended the session. */
async function hear({ channel, waiting }: Talk): Promise<void> {
  for (;;) {
    const message = await channel.receive();
    const packet = message && readPacket(message);
    const answer = answerSchema.safeParse(packet?.said);
    if (!packet || !answer.success) return channel.close();
    const asked = waiting.get(answer.data.id);
    if (answer.data.ok) asked?.resolve({ value: answer.data.value, bytes: packet.bytes });
    else {
      const { code, detail } = errorOf(answer.data);
      asked?.reject(new AppError(code, detail));
    }
  }
}
