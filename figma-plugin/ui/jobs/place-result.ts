import { AppError } from '#shared/errors/app-error.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import type { Bytes, StoredBlob } from '#shared/ports.ts';
import { maxSidePx } from '../../bridge/figma-limits.ts';
import type { MainThread } from '../../bridge/request.ts';
import type { MemoryBlobs } from '../platform/memory-blobs.ts';
import { type LayerJob, type LayerJobState, resultName } from './layer-job.ts';
import type { Entry } from './layer-journal.ts';

type Deps = { main: MainThread; blobs: MemoryBlobs; codec: ImageCodec };

/**
 * A finished job's picture onto the canvas: above its layer, or on the open page where the layer was.
 * Raises `layer-gone`, `picture-lost` and what Figma refuses with.
 */
export async function placeResult(
  row: LayerJob,
  { job, target }: Entry,
  { main, blobs, codec }: Deps,
  onPage: boolean,
): Promise<LayerJobState> {
  if (job.stage.name !== 'done') throw new Error(`Job ${job.id} is not done`);
  const { result } = job.stage;
  const blob = await blobs.get(result.key);
  if (!blob) throw new AppError('picture-lost', `Nothing is stored under ${result.key}`);
  const bytes = await withinLimits(blob, result, codec);
  const name = resultName(row);
  if (onPage) {
    const { nodeId } = await main.request('place-on-page', { place: target.place, bytes, name });
    return { name: 'placed', nodeId, where: 'page' };
  }
  const placement = await main.request('place-result', { nodeId: row.nodeId, bytes, name });
  return {
    name: 'placed',
    nodeId: placement.nodeId,
    where: placement.aboveComponent ? 'component' : 'layer',
  };
}

async function withinLimits(
  { bytes, mimeType }: StoredBlob,
  size: { widthPx: number; heightPx: number },
  codec: ImageCodec,
): Promise<Bytes> {
  const ratio = maxSidePx / Math.max(size.widthPx, size.heightPx);
  if (ratio >= 1) return bytes;
  const shrunk = (sidePx: number) => Math.max(1, Math.floor(sidePx * ratio));
  const plan = { widthPx: shrunk(size.widthPx), heightPx: shrunk(size.heightPx) };
  return codec.render(bytes, mimeType, { ...plan, mimeType: 'image/png' });
}
