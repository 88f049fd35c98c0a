import { type JpegSegment, jpegMarkers, jpegSegments } from '#shared/images/headers/jpeg-segments.ts';
import { joinBytes } from '#shared/images/join-bytes.ts';
import { hasText } from '#shared/images/latin1.ts';
import type { Bytes } from '#shared/ports.ts';

const signature = 'http://ns.adobe.com/xap/1.0/\0';
const extension = 'http://ns.adobe.com/xmp/extension/\0';

/** What of a packet fits into one segment, whose length is 16 bits and counts itself. */
export const maxJpegPacketBytes = 0xffff - 2 - signature.length;

/**
 * The JPEG with this packet as its one APP1 segment for XMP, after JFIF and EXIF, which have to come first
 * (XMP part 3, 1.1.3). The packet is at most `maxJpegPacketBytes` long.
 */
export function writeJpegXmp(bytes: Bytes, packet: Uint8Array): Bytes {
  const parts: Uint8Array[] = [];
  let from = 0;
  let isWritten = false;
  for (const one of jpegSegments(bytes)) {
    const isLeading = isHeader(bytes, one);
    if (!isWritten && !isLeading) {
      parts.push(bytes.subarray(from, one.start), segment(packet));
      from = one.start;
      isWritten = true;
    }
    if (!isXmp(bytes, one)) continue;
    parts.push(bytes.subarray(from, one.start));
    from = one.end;
  }
  return joinBytes([...parts, bytes.subarray(from)]);
}

export function readJpegXmp(bytes: Uint8Array): Uint8Array | null {
  for (const { marker, dataStart, end } of jpegSegments(bytes)) {
    if (marker === jpegMarkers.startOfScan) return null;
    if (marker !== jpegMarkers.app1 || !hasText(bytes, dataStart, signature)) continue;
    return bytes.subarray(dataStart + signature.length, end);
  }
  return null;
}

function isHeader(bytes: Uint8Array, { marker, dataStart }: JpegSegment): boolean {
  return marker === jpegMarkers.app0 || (marker === jpegMarkers.app1 && hasText(bytes, dataStart, 'Exif\0'));
}

function isXmp(bytes: Uint8Array, { marker, dataStart }: JpegSegment): boolean {
  const begins = (text: string) => hasText(bytes, dataStart, text);
  return marker === jpegMarkers.app1 && (begins(signature) || begins(extension));
}

function segment(packet: Uint8Array): Uint8Array {
  const lengthBytes = 2 + signature.length + packet.length;
  const head = [0xff, jpegMarkers.app1, lengthBytes >> 8, lengthBytes & 0xff];
  return joinBytes([Uint8Array.from(head), new TextEncoder().encode(signature), packet]);
}
