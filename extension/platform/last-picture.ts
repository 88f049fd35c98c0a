import * as lastPicture from '#shared/capture/last-picture.ts';
import type { BlobStore, StoredBlob } from '#shared/ports.ts';
import { localStore } from './local-store.ts';

/** Keeps a picture as the one that the next panel starts with. */
export function rememberPicture(
  source: StoredBlob,
  facts: lastPicture.PictureFacts,
  blobs: BlobStore,
): Promise<lastPicture.LastPicture> {
  return lastPicture.rememberPicture(source, facts, { blobs, store: localStore });
}

export function loadLastPicture(): Promise<lastPicture.LastPicture | null> {
  return lastPicture.loadLastPicture(localStore);
}
