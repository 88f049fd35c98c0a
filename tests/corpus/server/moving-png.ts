import { pngChunks } from '#shared/images/headers/png-chunks.ts';
import { join, pngChunk, pngSignature } from '../../unit/images/sample-pictures.ts';

const minuteMs = 60_000;

/** Two pictures of one size as one that moves. https://www.w3.org/TR/png-3/#apng-frame-based-animation */
export function movingPng(first: Buffer, second: Buffer): Buffer {
  const chunks = [...pngChunks(first)].map(({ name, dataStart, dataEnd }) => ({
    name,
    data: first.subarray(dataStart, dataEnd),
  }));
  const header = chunks[0]?.data ?? Buffer.alloc(0);
  const [before, pixels] = [
    chunks.filter(({ name }) => name !== 'IDAT' && name !== 'IEND'),
    chunks.filter(({ name }) => name === 'IDAT'),
  ];
  const written = (list: typeof chunks) => list.map(({ name, data }) => pngChunk(name, data));
  const control = Buffer.alloc(8);
  control.writeUInt32BE(2, 0);
  const bytes = join(
    ...[pngSignature, ...written(before), pngChunk('acTL', control), frameControl(0, header)],
    ...[...written(pixels), frameControl(1, header), ...frameData(2, second), pngChunk('IEND', '')],
  );
  return Buffer.from(bytes);
}

function frameControl(sequence: number, header: Buffer): Uint8Array {
  const control = Buffer.alloc(26);
  control.writeUInt32BE(sequence, 0);
  header.copy(control, 4, 0, 8);
  control.writeUInt16BE(minuteMs / 1000, 20);
  control.writeUInt16BE(1, 22);
  return pngChunk('fcTL', control);
}

function frameData(firstSequence: number, png: Buffer): Uint8Array[] {
  const pixels = [...pngChunks(png)].filter(({ name }) => name === 'IDAT');
  return pixels.map(({ dataStart, dataEnd }, index) => {
    const sequence = Buffer.alloc(4);
    sequence.writeUInt32BE(firstSequence + index, 0);
    return pngChunk('fdAT', Buffer.concat([sequence, png.subarray(dataStart, dataEnd)]));
  });
}
