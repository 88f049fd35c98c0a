import { AppError } from '#shared/errors/app-error.ts';
import { ByteReader } from '#shared/images/headers/byte-reader.ts';
import { exifOrientation } from '#shared/images/headers/exif-orientation.ts';
import { pngChunks } from '#shared/images/headers/png-chunks.ts';
import type { StoredHeader } from '#shared/images/headers/stored-header.ts';

const signatureBytes = 8;
const headerDataBytes = 13;
const greyWithAlpha = 4;
const colourWithAlpha = 6;

/** PNG and APNG: W3C PNG, third edition. Browsers obey the orientation of an eXIf chunk before IDAT. */
export function readPngHeader(bytes: Uint8Array): StoredHeader {
  const header = imageHeader(new ByteReader(bytes));
  for (const { name, dataStart, dataEnd } of pngChunks(bytes)) {
    if (name === 'IDAT') break;
    if (name === 'tRNS') header.mayHaveAlpha = true;
    if (name === 'acTL') header.animated = true;
    if (name === 'eXIf') header.orientation = exifOrientation(bytes.subarray(dataStart, dataEnd));
  }
  return header;
}

function imageHeader(reader: ByteReader): StoredHeader {
  const isHeader =
    reader.u32be(signatureBytes) === headerDataBytes && reader.latin1(signatureBytes + 4, 4) === 'IHDR';
  if (!isHeader) throw new AppError('picture-unsupported', 'PNG does not begin with IHDR');
  const colourType = reader.u8(25);
  return {
    widthPx: reader.u32be(16),
    heightPx: reader.u32be(20),
    orientation: 1,
    mayHaveAlpha: colourType === greyWithAlpha || colourType === colourWithAlpha,
    animated: false,
    lossless: true,
  };
}
