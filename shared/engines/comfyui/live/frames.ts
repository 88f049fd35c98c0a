import { parseJson } from '#shared/engines/http/parse-json.ts';
import type { Bytes, SocketFrame } from '#shared/ports.ts';
import * as z from '#shared/zod.ts';

/** What ComfyUI says over its socket, as far as we listen. */
export type LiveFrame =
  | { kind: 'event'; name: string; data: Readonly<Record<string, unknown>> }
  /** `runId` is `null` where the server does not say whose it is. */
  | { kind: 'preview'; runId: string | null; bytes: Bytes };

/** Events of one run are short; custom nodes send what they like. */
const maxTextLength = 256 * 1024;

const eventSchema = z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) });
const metadataSchema = z.looseObject({ prompt_id: z.nullish(z.string()) });

/** A frame as a server sends it; `null` for all that says nothing to us. */
export function parseFrame(frame: SocketFrame): LiveFrame | null {
  return typeof frame === 'string' ? parseEvent(frame) : parsePicture(frame);
}

function parseEvent(text: string): LiveFrame | null {
  if (text.length > maxTextLength) return null;
  const parsed = eventSchema.safeParse(parseJson(text));
  return parsed.success ? { kind: 'event', name: parsed.data.type, data: parsed.data.data } : null;
}

/** Kinds of binary frames, their first four bytes (protocol.py, BinaryEventTypes). */
const plainPreview = 1;
const previewWithMetadata = 4;
const headerBytes = 8;

/**
 * A preview: its kind, then that of its picture, then the picture; since v0.3.40, for who says so at
 * the beginning, its kind, the length of a JSON, the JSON, the picture. Numbers are big-endian.
 */
function parsePicture(bytes: Bytes): LiveFrame | null {
  if (bytes.length <= headerBytes) return null;
  const header = new DataView(bytes.buffer, bytes.byteOffset, headerBytes);
  const kind = header.getUint32(0);
  if (kind === plainPreview) return { kind: 'preview', runId: null, bytes: bytes.slice(headerBytes) };
  if (kind !== previewWithMetadata) return null;
  const pictureStart = headerBytes + header.getUint32(4);
  if (pictureStart >= bytes.length || pictureStart > maxTextLength) return null;
  const metadata = metadataSchema.safeParse(
    parseJson(new TextDecoder().decode(bytes.subarray(headerBytes, pictureStart))),
  );
  if (!metadata.success) return null;
  return { kind: 'preview', runId: metadata.data.prompt_id ?? null, bytes: bytes.slice(pictureStart) };
}
