import { useEffect, useMemo, useState } from 'preact/hooks';
import type { BlobKey } from '#shared/ports.ts';
import type { Services } from '../../platform/services.ts';
import { createThumbnails, type Thumbnails } from './thumbnails.ts';

/** The thumbnails of one gallery, for as long as it is there. */
export function useThumbnails({ database }: Services): Thumbnails {
  const thumbnails = useMemo(() => createThumbnails(database), [database]);
  useEffect(() => () => thumbnails.close(), [thumbnails]);
  return thumbnails;
}

/** The address of a picture, `null` until it is read. A cell that shows another one now never shows the former. */
export function useThumbnail(thumbnails: Thumbnails, key: BlobKey | null): string | null {
  const [, setRead] = useState<string | null>(null);
  useEffect(() => (key ? thumbnails.show(key, setRead) : undefined), [thumbnails, key]);
  // An address that this cell was told once may have been let go meanwhile.
  return key && thumbnails.known(key);
}
