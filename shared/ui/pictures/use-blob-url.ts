import { useEffect, useState } from 'preact/hooks';
import type { BlobStore } from '#shared/ports.ts';

/**
 * An object URL for stored bytes, `null` until they are read; revoked when no longer shown. What does not stay
 * for `waitMs` is not read at all.
 */
export function useBlobUrl(
  { blobs }: { blobs: Pick<BlobStore, 'get'> },
  key: string | null,
  waitMs = 0,
): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isShown = true;
    const read = async (wanted: string) => {
      const blob = await blobs.get(wanted);
      if (!blob || !isShown) return;
      made = URL.createObjectURL(new Blob([blob.bytes], { type: blob.mimeType }));
      setUrl(made);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    if (key && waitMs > 0) timer = setTimeout(() => void read(key), waitMs);
    else if (key) void read(key);
    return () => {
      isShown = false;
      clearTimeout(timer);
      setUrl(null);
      if (made) URL.revokeObjectURL(made);
    };
  }, [blobs, key, waitMs]);
  return url;
}
