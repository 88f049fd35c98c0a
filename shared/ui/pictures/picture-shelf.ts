import type { LastPicture } from '#shared/capture/last-picture.ts';
import type { BlobStore, HttpFetch, StoredBlob } from '#shared/ports.ts';

/** What goes along with a picture. */
export type PictureFacts = Omit<LastPicture, 'version' | 'sourceKey'>;

/** Where the panel's picture lies from one visit to the next. */
export type PictureShelf = {
  blobs: BlobStore;
  /** The picture to begin with. */
  first(): Promise<LastPicture | null>;
  /** Keeps another one in its place. */
  remember(source: StoredBlob, facts: PictureFacts): Promise<LastPicture>;
  /** Reads a picture by its address; left out where no other site can be read. */
  fetch?: HttpFetch;
};
