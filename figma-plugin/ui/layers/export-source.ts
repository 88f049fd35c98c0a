import { sniffMimeType } from '#shared/images/sniff.ts';
import type { StoredBlob } from '#shared/ports.ts';
import type { Place } from '../../bridge/layer.ts';
import type { Placing } from '../../bridge/placing.ts';
import type { MainThread } from '../../bridge/request.ts';
import { uprightPicture } from './upright.ts';

/** A layer as the picture to restyle. Raises `layer-gone` and `layer-not-exportable`. */
export async function exportSource(
  main: MainThread,
  { nodeId, way, exactIds }: Pick<Placing, 'nodeId' | 'way' | 'exactIds'>,
  signal?: AbortSignal,
): Promise<{ source: StoredBlob; place: Place }> {
  const picture = await main.request(
    'export-layer',
    { nodeId, exactIds, way: way === 'renew' ? 'above' : way },
    signal,
  );
  const bytes = await uprightPicture(picture);
  return { source: { bytes, mimeType: sniffMimeType(bytes) ?? 'image/png' }, place: picture.place };
}
