import { AppError } from '#shared/errors/app-error.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { Bytes } from '#shared/ports.ts';
import type { MainThread } from '../../bridge/request.ts';
import type { MemoryBlobs } from '../platform/memory-blobs.ts';
import { fitForFigma, isTooLarge } from './large-picture.ts';
import { type LayerJob, type LayerJobState, resultName } from './layer-job.ts';
import type { Entry } from './layer-journal.ts';
import { isLostSource } from './lost-source.ts';

type Deps = { main: MainThread; blobs: MemoryBlobs; codec: ImageCodec };

/**
 * A finished job's picture onto the canvas: where it was wanted, or on the open page where the layer was.
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
  const { widthPx, heightPx } = result;
  // A fill is one picture, and so is what lies on a page by itself.
  const isTiled = row.isTiled && !onPage && row.way !== 'fill' && row.way !== 'renew';
  const { bytes, tiles } = await fitForFigma(blob, result, { codec, isTiled });
  const isShrunk = isTooLarge(result);
  const name = resultName(row);
  if (onPage) {
    const placement = await main.request('place-on-page', {
      jobId: job.id,
      place: target.place,
      bytes,
      name,
    });
    return { name: 'placed', ...placement, isShrunk };
  }
  const { nodeId, way, cell, exactIds, note } = row;
  const original = await originalOf(job, blobs);
  const picture = { bytes, tiles, pictureSize: { widthPx, heightPx }, original };
  const placing = { jobId: job.id, nodeId, ...picture, name, way, cell, exactIds, recipe: note };
  return { name: 'placed', ...(await main.request('place-result', placing)), isShrunk };
}

async function originalOf(job: Job, blobs: MemoryBlobs): Promise<Bytes | null> {
  const source = await blobs.get(job.recipe.sourceKey);
  return source && !isLostSource(source.bytes) ? source.bytes : null;
}
