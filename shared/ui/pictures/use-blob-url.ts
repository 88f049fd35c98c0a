import { useEffect, useState } from 'preact/hooks';
import type { BlobStore } from '#shared/ports.ts';

/** An object URL for stored bytes, `null` until they are read; revoked when no longer shown. */
export function useBlobUrl({ blobs }: { blobs: Pick<BlobStore, 'get'> }, key: string | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isShown = true;
    if (key) {
      void blobs.get(key).then((blob) => {
        if (!blob || !isShown) return;
        made = URL.createObjectURL(new Blob([blob.bytes], { type: blob.mimeType }));
        setUrl(made);
      });
    }
    return () => {
      isShown = false;
      setUrl(null);
      if (made) URL.revokeObjectURL(made);
    };
  }, [blobs, key]);
  return url;
}
