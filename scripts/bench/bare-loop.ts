import type { ExtensionWorker } from '../browser/extension-worker.ts';

export type LoopOrder = { sourceKey: string; widthPx: number; heightPx: number };

/** Milliseconds that a stored picture takes, in the extension's own worker, to be decoded, scaled and encoded. */
export function timeBareLoop(worker: ExtensionWorker, order: LoopOrder): Promise<number> {
  return worker.evaluate(loop, order);
}

/** Runs in the worker: nothing but what the browser's codecs must do. */
async function loop({ sourceKey, widthPx, heightPx }: LoopOrder): Promise<number> {
  const asPromise = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await asPromise(indexedDB.open('restyle'));
  const store = database.transaction('blobs').objectStore('blobs');
  const { bytes } = (await asPromise(store.get(sourceKey))) as { bytes: BlobPart };
  database.close();
  const startMs = performance.now();
  const scaling = { resizeWidth: widthPx, resizeHeight: heightPx, resizeQuality: 'high' } as const;
  const bitmap = await createImageBitmap(new Blob([bytes]), scaling);
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(bitmap, 0, 0);
  bitmap.close();
  await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })).arrayBuffer();
  return performance.now() - startMs;
}
