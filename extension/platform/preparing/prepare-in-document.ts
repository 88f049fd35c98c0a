import { toErrorData } from '#shared/errors/app-error.ts';
import { createCanvasCodec } from '#shared/images/canvas-codec.ts';
import { prepareInput } from '#shared/jobs/prepared-input.ts';
import { createBlobStore } from '#shared/web/storage/blob-store.ts';
import { openDatabase } from '#shared/web/storage/database.ts';
import type { Prepared, PrepareOrder } from './order.ts';

/** Prepares pictures in this document, of which only the size comes and goes: the pixels stay in the database. */
export function createDocumentPreparer() {
  const ports = { codec: createCanvasCodec(), blobs: createBlobStore(openDatabase('restyle')) };
  return async ({ prepare }: PrepareOrder, port: MessagePort): Promise<void> => {
    const prepared: Prepared = await prepareInput(prepare, ports).then(
      (input) => ({ input }),
      (error: unknown) => ({ error: toErrorData(error) }),
    );
    port.postMessage(prepared);
    port.close();
  };
}
