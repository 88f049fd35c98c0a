import { joinBytes } from '#shared/images/join-bytes.ts';
import type { Bytes } from '#shared/ports.ts';

/** What is said, and the picture it is said about: empty where there is none. */
export type Packet = { said: unknown; bytes: Bytes };

/** The length of what is said, what is said as JSON, the bytes. */
export function writePacket({ said, bytes }: Packet): Bytes {
  const text = new TextEncoder().encode(JSON.stringify(said));
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, text.length);
  return joinBytes([new Uint8Array(length.buffer), text, bytes]);
}

/** `null` when it is none. */
export function readPacket(message: Bytes): Packet | null {
  if (message.length < 4) return null;
  const end = 4 + new DataView(message.buffer).getUint32(0);
  if (end > message.length) return null;
  try {
    const said: unknown = JSON.parse(new TextDecoder().decode(message.subarray(4, end)));
    return { said, bytes: message.slice(end) };
  } catch {
    return null;
  }
}
