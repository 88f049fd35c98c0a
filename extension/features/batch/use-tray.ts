import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { nameAt, pictureAt } from '#shared/capture/picture-at.ts';
import { AppError, type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import { createCanvasCodec } from '#shared/images/canvas-codec.ts';
import { sourceLimits } from '#shared/images/header.ts';
import { type PictureFacts, takePicture } from '#shared/jobs/batch/take-picture.ts';
import type { Bytes } from '#shared/ports.ts';
import type { FoundFile } from '#shared/ui/pictures/found-files.ts';
import type { TrayPicture } from '../../platform/batches/tray.ts';
import { hostFetch } from '../../platform/host-fetch.ts';
import type { Services } from '../../platform/services.ts';
import { onTrayChanged } from './changes.ts';

export type Adding = { done: number; total: number };
export type LeftOut = { name: string; error: ErrorData };

const codec = createCanvasCodec();
/** The tray is read anew after so many: once for each would be a thousand times for a thousand. */
const showEvery = 12;

/** The pictures gathered for the next batch, and the way in: one after the other, however many there are. */
export function useTray({ tray, blobs }: Services) {
  const [pictures, setPictures] = useState<readonly TrayPicture[]>([]);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [leftOut, setLeftOut] = useState<readonly LeftOut[]>([]);
  const stopping = useRef(new AbortController());

  const refresh = useCallback(() => tray.list().then(setPictures), [tray]);
  useEffect(() => {
    void refresh();
    return onTrayChanged(() => void refresh());
  }, [refresh]);

  async function addOne({ read, ...facts }: Offered, signal: AbortSignal): Promise<void> {
    try {
      await tray.add(await takePicture(await read(signal), facts, { blobs, codec }));
    } catch (error) {
      if (signal.aborted) return;
      setLeftOut((known) => [...known, { name: facts.name, error: toErrorData(error) }]);
    }
  }

  async function add(finding: Promise<readonly Offered[]> | readonly Offered[]): Promise<void> {
    const found = await finding;
    const { signal } = stopping.current;
    setLeftOut([]);
    for (const [done, each] of found.entries()) {
      if (signal.aborted) break;
      setAdding({ done, total: found.length });
      await addOne(each, signal);
      if (done % showEvery === 0) await refresh();
    }
    setAdding(null);
    await refresh();
  }

  return {
    pictures,
    adding,
    leftOut,
    refresh,
    addFiles: (finding: Promise<readonly FoundFile[]> | readonly FoundFile[]) =>
      void add(Promise.resolve(finding).then((found) => found.map(fileOffered))),
    addAddresses: (addresses: readonly string[]) => void add(addresses.map(addressOffered)),
    stop(): void {
      stopping.current.abort();
      stopping.current = new AbortController();
    },
    remove: (ids: readonly number[]) => void tray.remove(ids).then(refresh),
  };
}

/** A picture that can be read, and what it is to be called. */
type Offered = PictureFacts & { read(signal: AbortSignal): Promise<Bytes> };

const fileOffered = ({ file, folder }: FoundFile): Offered => ({
  ...{ name: file.name, folder, captureRoute: 'file' },
  read: () => bytesOf(file),
});

const addressOffered = (address: string): Offered => ({
  ...{ name: nameAt(address), folder: '', captureRoute: 'worker-fetch' },
  read: (signal) => pictureAt(address, hostFetch, signal),
});

/** A file that is too large is refused before it is read. */
async function bytesOf(file: File): Promise<Bytes> {
  if (file.size > sourceLimits.maxBytes)
    throw new AppError('picture-too-large', `${file.size} bytes are too many`);
  return new Uint8Array(await file.arrayBuffer());
}
