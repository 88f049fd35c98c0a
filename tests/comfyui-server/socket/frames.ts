/** WebSocket frames (RFC 6455, section 5), as far as a server of short messages needs them. */

const textOpcode = 1;
const binaryOpcode = 2;
const finalBit = 0x80;

/** One whole unmasked message. */
export function encodeFrame(message: string | Uint8Array): Buffer {
  const payload = Buffer.from(message as Uint8Array);
  const opcode = finalBit | (typeof message === 'string' ? textOpcode : binaryOpcode);
  return Buffer.concat([Buffer.from([opcode]), lengthOf(payload), payload]);
}

/** In as few bytes as it takes: browsers hang up on more. */
function lengthOf({ length }: Buffer): Buffer {
  if (length < 126) return Buffer.from([length]);
  const isShort = length < 0x10000;
  const bytes = Buffer.alloc(isShort ? 3 : 9);
  bytes.writeUInt8(isShort ? 126 : 127);
  if (isShort) bytes.writeUInt16BE(length, 1);
  else bytes.writeBigUInt64BE(BigInt(length), 1);
  return bytes;
}

/** Whether a client says goodbye. */
export function isClose([opcode = 0]: Buffer): boolean {
  return (opcode & 0x0f) === 8;
}

/** The text of a client's first frame; clients mask what they send. `null` for anything but a short text. */
export function decodeText(frame: Buffer): string | null {
  const [opcode = 0, length = 0] = frame;
  const extended = (length & 0x7f) === 126 ? 2 : 0;
  if ((opcode & 0x0f) !== textOpcode || (length & 0x7f) === 127) return null;
  const mask = frame.subarray(2 + extended, 6 + extended);
  const size = extended ? frame.readUInt16BE(2) : length & 0x7f;
  const text = frame.subarray(6 + extended, 6 + extended + size);
  return text.map((byte, i) => byte ^ (mask[i % 4] ?? 0)).toString();
}
