import { useEffect, useRef, useState } from 'preact/hooks';
import type { Bytes } from '#shared/ports.ts';
import type { Layer } from '../../bridge/layer.ts';
import { pictureUrl } from '../platform/picture-url.ts';

export type DrawThumbnail = (nodeId: string, signal: AbortSignal) => Promise<Bytes>;

/**
 * Small pictures of the listed layers, by id. Drawn one after the other, because each drawing holds
 * Figma's own thread, and drawn anew when a layer comes back into the selection.
 */
export function useThumbnails(layers: readonly Layer[], draw: DrawThumbnail): ReadonlyMap<string, string> {
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>(new Map());
  const known = useRef(urls);
  known.current = urls;
  const wanted = layers.filter(({ problem }) => problem === null).map(({ nodeId }) => nodeId);

  useEffect(() => {
    const stop = new AbortController();
    const next = new Map([...known.current].filter(([nodeId]) => wanted.includes(nodeId)));
    void (async () => {
      for (const nodeId of wanted.filter((id) => !next.has(id))) {
        const bytes = await draw(nodeId, stop.signal).catch(() => null);
        if (stop.signal.aborted) return;
        if (bytes) next.set(nodeId, await pictureUrl(bytes, 'image/png'));
        setUrls(new Map(next));
      }
    })();
    return () => stop.abort();
  }, [wanted.join(' ')]);

  return urls;
}
