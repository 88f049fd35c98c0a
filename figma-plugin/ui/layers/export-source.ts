import type { StoredBlob } from '#shared/ports.ts';
import type { Place } from '../../bridge/layer.ts';
import type { MainThread } from '../../bridge/request.ts';
import { uprightPicture } from './upright.ts';

/** A layer as the picture to restyle. Raises `layer-gone` and `layer-not-exportable`. */
export async function exportSource(
  main: MainThread,
  nodeId: string,
  signal?: AbortSignal,
): Promise<{ source: StoredBlob; place: Place }> {
  const picture = await main.request('export-layer', { nodeId }, signal);
  const bytes = await uprightPicture(picture);
  return { source: { bytes, mimeType: 'image/png' }, place: picture.place };
}
