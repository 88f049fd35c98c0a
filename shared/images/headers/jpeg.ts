import { AppError } from '#shared/errors/app-error.ts';
import { ByteReader } from '#shared/images/headers/byte-reader.ts';
import { exifOrientation } from '#shared/images/headers/exif-orientation.ts';
import { isStartOfFrame, jpegMarkers, jpegSegments } from '#shared/images/headers/jpeg-segments.ts';
import type { Orientation, StoredHeader } from '#shared/images/headers/stored-header.ts';

const exifPrefix = 'Exif\0\0';

/** JPEG: ISO/IEC 10918-1, B.2.2, with the orientation of the first EXIF block before the pixels. */
export function readJpegHeader(bytes: Uint8Array): StoredHeader {
  const reader = new ByteReader(bytes);
  let sizeAt: number | null = null;
  let orientation: Orientation | null = null;
  for (const { marker, dataStart, end } of jpegSegments(bytes)) {
    if (marker === jpegMarkers.startOfScan || marker === jpegMarkers.endOfImage) break;
    if (isStartOfFrame(marker)) sizeAt ??= dataStart + 1;
    if (marker === jpegMarkers.app1 && isExif(reader, dataStart, end)) {
      orientation ??= exifOrientation(bytes.subarray(dataStart + exifPrefix.length, end));
    }
  }
  if (sizeAt === null) throw new AppError('picture-unsupported', 'JPEG has no frame header');
  return {
    widthPx: reader.u16be(sizeAt + 2),
    heightPx: reader.u16be(sizeAt),
    orientation: orientation ?? 1,
    mayHaveAlpha: false,
    animated: false,
    lossless: false,
  };
}

function isExif(reader: ByteReader, start: number, end: number): boolean {
  return start + exifPrefix.length <= end && reader.latin1(start, exifPrefix.length) === exifPrefix;
}
