/**
 * A piece of a JPEG: `start` at its marker, `dataStart` after marker and length, `end` after its data.
 * The compressed pixels after a start of scan come as a piece of their own, marked `jpegMarkers.scanData`.
 */
export type JpegSegment = { marker: number; start: number; dataStart: number; end: number };

/** ISO/IEC 10918-1, table B.1. */
export const jpegMarkers = {
  scanData: 0x00,
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
  app15: 0xef,
  comment: 0xfe,
} as const;

/** Segments from the one after SOI to EOI. Ends early, without an error, where the file does. */
export function* jpegSegments(bytes: Uint8Array): Generator<JpegSegment> {
  let at = 2;
  while (true) {
    const start = nextMarker(bytes, at);
    if (start === null) return;
    const segment = segmentAt(bytes, start);
    if (segment === null) return;
    yield segment;
    if (segment.marker === jpegMarkers.endOfImage) return;
    at = segment.end;
    if (segment.marker !== jpegMarkers.startOfScan) continue;
    at = endOfScanData(bytes, segment.end);
    yield { marker: jpegMarkers.scanData, start: segment.end, dataStart: segment.end, end: at };
  }
}

/** Whether the marker starts a frame, whose header holds the size; the other three Cx are tables. */
export function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Skips stray bytes and fill bytes like libjpeg's `next_marker`; answers where 0xFF <marker> stands. */
function nextMarker(bytes: Uint8Array, from: number): number | null {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const code = bytes[at + 1];
    if (code !== 0xff && code !== 0x00) return at;
    at = code === 0xff ? at + 1 : bytes.indexOf(0xff, at + 2);
  }
  return null;
}

function segmentAt(bytes: Uint8Array, start: number): JpegSegment | null {
  const marker = bytes[start + 1] ?? 0;
  if (standsAlone(marker)) return { marker, start, dataStart: start + 2, end: start + 2 };
  const sizeBytes = (bytes[start + 2] ?? 0) * 0x100 + (bytes[start + 3] ?? 0);
  const end = start + 2 + sizeBytes;
  return sizeBytes < 2 || end > bytes.length ? null : { marker, start, dataStart: start + 4, end };
}

/** TEM, RSTn, SOI and EOI carry no length. */
function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= jpegMarkers.endOfImage);
}

/** Compressed data ends at the first marker that is neither a stuffed zero nor a restart. */
function endOfScanData(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const code = bytes[at + 1];
    if (code === undefined) return bytes.length;
    const goesOn = code === 0x00 || (code >= 0xd0 && code <= 0xd7);
    if (!goesOn && code !== 0xff) return at;
    at = bytes.indexOf(0xff, goesOn ? at + 2 : at + 1);
  }
  return bytes.length;
}
