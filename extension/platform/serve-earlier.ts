import { findEarlier, servedJob } from '#shared/history/find-earlier.ts';
import type { JobRequest } from '#shared/jobs/job-request.ts';
import { systemClock, systemIds } from '#shared/platform.ts';
import type { BlobKey } from '#shared/ports.ts';
import { tellJobChanged } from '../messaging.ts';
import type { Services } from './services.ts';

export type ServeRequest = Omit<JobRequest, 'source' | 'id'> & { id: string; sourceKey: BlobKey };

/**
 * Shows a picture that was made before of the same recipe, whatever its seed, in place of a paid run;
 * answers whether there was one. The overlay says from when it is, and how to have another.
 */
export async function serveEarlier(
  { id, context, sourceKey, ...request }: ServeRequest,
  { history, journal }: Services,
): Promise<boolean> {
  const recipe = { ...request.recipe, sourceKey };
  const earlier = await findEarlier({ ...recipe, seed: null }, history);
  if (!earlier) return false;
  const deps = { clock: systemClock, ids: systemIds };
  await journal.put(servedJob(earlier.entry, { id, recipe, context }, deps));
  tellJobChanged(id);
  return true;
}
