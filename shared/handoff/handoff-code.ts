import { fromBase64, toBase64 } from '#shared/connection/base64.ts';
import {
  type Handoff,
  handoffLimits,
  readHandoff,
  tooLarge,
  unreadable,
  writeHandoff,
} from '#shared/handoff/handoff.ts';
import { readPacket, writePacket } from '#shared/pairing/packet.ts';
import type { Bytes } from '#shared/ports.ts';

/** What a hand-off's text begins with, so that it is known among all that people paste. */
const mark = 'restyle-handoff:';

/** Two pictures and what is said of them, in base64, with the line breaks that a mail puts in. */
const maxLength = Math.ceil((2 * handoffLimits.maxBytes + 256 * 1024) * 1.4);

/** Whether a pasted text is meant for us, readable or not. */
export function isHandoffCode(text: string): boolean {
  return text.slice(0, 200).trimStart().startsWith(mark);
}

/** A hand-off as one text to copy and paste. Raises `handoff-too-large`. */
export function writeHandoffCode(handoff: Handoff): string {
  return mark + toBase64(writePacket(writeHandoff(handoff)));
}

/** What was pasted, with what became of its lines on the way. Raises what `readHandoff` raises. */
export function readHandoffCode(text: string): Handoff {
  if (!isHandoffCode(text)) throw unreadable('The text is no hand-off');
  if (text.length > maxLength) throw tooLarge();
  const packet = readPacket(decoded(text.trimStart().slice(mark.length)));
  if (!packet) throw unreadable('The code is cut short');
  return readHandoff(packet);
}

function decoded(text: string): Bytes {
  try {
    return fromBase64(text.replace(/\s/g, ''));
  } catch {
    throw unreadable('The code is damaged');
  }
}
