import { toBase64 } from '#shared/connection/base64.ts';
import { joinBytes } from '#shared/images/join-bytes.ts';
import type { Cipher } from '#shared/pairing/crypto.ts';
import { bytesOf } from '#shared/pairing/handshake.ts';
import type { Wire } from '#shared/pairing/wire.ts';
import type { Bytes } from '#shared/ports.ts';

/** A piece, sealed and written in base64, stays below the wire's limit for a text. */
const pieceBytes = 192 * 1024;

/** A picture as large as we take any, and what is said about it. */
export const maxMessageBytes = 32 * 1024 * 1024;

/** A key is given up long before its counter could come round (SP 800-38D, 8.3). */
const maxPieces = 2 ** 31;

const last = 0;
const more = 1;

export type SealedChannel = {
  /** Sends a message whole, after those before it. Rejects with a `RangeError` when it is too large. */
  send(message: Bytes): Promise<void>;
  /** The next message; `null` when the wire is closed, or a piece is not the very next one as it was sealed. */
  receive(): Promise<Bytes | null>;
  close(): void;
};

/**
 * Messages in sealed pieces. The counter of a piece is its `iv` and is never sent: a piece that was
 * dropped, repeated, moved, cut or made up does not open, and with the first such the channel ends.
 */
export function createSealedChannel(wire: Wire, outgoing: Cipher, incoming: Cipher): SealedChannel {
  const [sent, received] = [createCounter(), createCounter()];
  let isBroken = false;
  let sending: Promise<void> = Promise.resolve();

  async function sendNow(message: Bytes): Promise<void> {
    for (let at = 0; at === 0 || at < message.length; at += pieceBytes) {
      const isLast = at + pieceBytes >= message.length;
      const piece = joinBytes([Uint8Array.of(isLast ? last : more), message.subarray(at, at + pieceBytes)]);
      wire.send(toBase64(await outgoing.seal(sent(), piece)));
    }
  }

  async function receivePiece(): Promise<Bytes | null> {
    const text = isBroken ? null : await wire.receive();
    const sealed = text === null ? null : bytesOf(text);
    return sealed && incoming.open(received(), sealed);
  }

  return {
    send(message) {
      if (message.length > maxMessageBytes) return Promise.reject(new RangeError('The message is too large'));
      sending = sending.then(() => sendNow(message));
      return sending;
    },

    async receive() {
      const pieces: Bytes[] = [];
      let sizeBytes = 0;
      for (;;) {
        const piece = await receivePiece();
        sizeBytes += piece?.length ?? 0;
        if (!piece?.length || sizeBytes > maxMessageBytes + pieceBytes) break;
        pieces.push(piece.slice(1));
        if (piece[0] === last) return joinBytes(pieces);
      }
      isBroken = true;
      wire.close();
      return null;
    },

    close: () => wire.close(),
  };
}

/** 0, 1, 2 … as an `iv` each. */
function createCounter(): () => Bytes {
  let count = 0;
  return () => {
    if (count >= maxPieces) throw new RangeError('The key is used up');
    const iv = new DataView(new ArrayBuffer(12));
    iv.setUint32(8, count);
    count += 1;
    return new Uint8Array(iv.buffer);
  };
}
