import type { ReadAnswer, Refused } from '../messages.ts';

/** Bytes in one message: as text and copied between processes, a whole large file would take ten times its size. */
const pieceBytes = 4 * 1024 * 1024;

export type Read = { ok: true; blob: Blob } | Refused;

export type Outbox = ReturnType<typeof createOutbox>;

/** Hands files over piece by piece: the first with the answer, the others as they are asked for. */
export function createOutbox() {
  const files = new Map<string, Blob>();

  return {
    async send(jobId: string, read: Read): Promise<ReadAnswer> {
      files.delete(jobId);
      if (!read.ok) return read;
      const { size: sizeBytes } = read.blob;
      if (sizeBytes > pieceBytes) files.set(jobId, read.blob);
      return { ok: true, sizeBytes, dataUrl: await dataUrlOf(read.blob.slice(0, pieceBytes)) };
    },

    /** The piece that begins at `fromBytes`; the file is let go with its last one. */
    async piece(jobId: string, fromBytes: number): Promise<string | null> {
      const file = files.get(jobId);
      if (!file) return null;
      if (fromBytes + pieceBytes >= file.size) files.delete(jobId);
      return dataUrlOf(file.slice(fromBytes, fromBytes + pieceBytes));
    },
  };
}

/** Messages carry text only in Chromium. */
export function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
