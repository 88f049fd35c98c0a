import { AppError } from '#shared/errors/app-error.ts';
import { createLine, type Line } from '#shared/pairing/guest/line.ts';
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
  /**
   * Raises what the browser raises, `not-paired`, `unreachable` when the session ends before the answer, `timeout`
   * when nothing at all is heard for `timeoutMs`, and the signal's reason. What was asked may have been done by then.
   */
  ask(ask: Ask, picture?: Bytes, limits?: AskLimits): Promise<Told>;
};

export type AskLimits = { signal?: AbortSignal | undefined; timeoutMs?: number };

/** Counted from the last word heard: the largest picture on its way says something long before that. */
const silenceMs = 60_000;

type Waiting = { resolve(told: Told): void; reject(reason: unknown): void };
type Talk = { channel: SealedChannel; waiting: Map<number, Waiting>; line: Line };

/** The browser on the other side of a pairing. A session is opened when it is needed, and anew when it has ended. */
export function createPairedBrowser(pairing: Pairing, deps: GuestDeps): PairedBrowser {
  let talk: Promise<Talk> | null = null;
  let count = 0;

  async function begin(): Promise<Talk> {
    const line = createLine(deps.clock);
    const openWire = () => line.listenTo(deps.openWire());
    const channel = await openSession(pairing, { ...deps, openWire });
    const begun: Talk = { channel, waiting: new Map(), line };
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
    async ask(ask, picture = new Uint8Array(), { signal, timeoutMs = silenceMs } = {}) {
      const { channel, waiting, line } = await current();
      signal?.throwIfAborted();
      count += 1;
      const id = count;
      const settled = new AbortController();
      const told = new Promise<Told>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        signal?.addEventListener('abort', () => reject(signal.reason), { signal: settled.signal });
      });
      const giveUp = () => {
        waiting.get(id)?.reject(new AppError('timeout', `The browser said nothing for ${timeoutMs} ms`));
        // What still lies on the line must not be taken up later, when it was asked for anew.
        channel.close();
      };
      const sending = channel.send(writePacket({ said: { id, ask }, bytes: picture }));
      sending.then(
        () => line.silence(timeoutMs, settled.signal).then(giveUp, () => {}),
        (error: unknown) => waiting.get(id)?.reject(new AppError('picture-too-large', String(error))),
      );
      return told.finally(() => {
        settled.abort();
        waiting.delete(id);
      });
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
