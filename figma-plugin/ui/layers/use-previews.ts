import { useEffect, useRef, useState } from 'preact/hooks';
import type { SizePx } from '#shared/images/fit.ts';
import type { Layer, LayerPreview } from '../../bridge/layer.ts';
import { pictureUrl } from '../platform/picture-url.ts';

export type PreviewLayer = (nodeId: string, signal: AbortSignal) => Promise<LayerPreview>;
/** What a row shows of its layer: a small picture, and the size of the whole one. */
export type Preview = SizePx & { url: string };

/**
 * Previews of the listed layers, by id. Drawn one after the other, because each drawing holds
 * Figma's own thread, and drawn anew when a layer comes back into the selection.
 */
export function usePreviews(layers: readonly Layer[], preview: PreviewLayer): ReadonlyMap<string, Preview> {
  const [previews, setPreviews] = useState<ReadonlyMap<string, Preview>>(new Map());
  const known = useRef(previews);
  known.current = previews;
  const wanted = layers.filter(({ problem }) => problem === null).map(keyOf);

  useEffect(() => {
    const stop = new AbortController();
    const next = new Map([...known.current].filter(([key]) => wanted.includes(key)));
    void (async () => {
      for (const layer of layers.filter(({ problem }) => problem === null)) {
        const key = keyOf(layer);
        if (next.has(key)) continue;
        const drawn = await preview(layer.nodeId, stop.signal).catch(() => null);
        if (stop.signal.aborted) return;
        if (drawn) next.set(key, { ...drawn, url: await pictureUrl(drawn.thumbnail, 'image/png') });
        setPreviews(new Map(next));
      }
    })();
    return () => stop.abort();
  }, [wanted.join(' ')]);

  return previews;
}

/** Another size is another picture. */
export function keyOf({ nodeId, widthPx, heightPx, sent }: Layer): string {
  return [nodeId, widthPx, heightPx, sent].join('/');
}
