import { systemClock } from '#shared/platform.ts';
import type { HttpFetch } from '#shared/ports.ts';
import { acceptAdminCode } from '../members/admin-link.ts';
import { createInvitationBook } from '../members/invitation-book.ts';
import { createMemberBook } from '../members/member-book.ts';
import { createRelay, type Relay } from '../relay.ts';
import { comfyDeployUpstream } from '../relay-config.ts';
import { migrate } from '../store/migrate.ts';
import { databaseOver } from './d1.ts';
import { createLeasedPlaces } from './leased-places.ts';
import { studioFilesAmong } from './studio-assets.ts';
import { type WorkerEnvironment, workerSettings } from './worker-settings.ts';

/** Past Cloudflare's own cache, in which somebody's picture would lie; called as a function, as Workers demand. */
const workerFetch: HttpFetch = (address, init) => fetch(address, { ...init, cache: 'no-store' });

/** A relay over D1, which is brought to the newest schema first. Raises `not-configured`. */
export async function openWorkerRelay(environment: WorkerEnvironment): Promise<Relay> {
  const { adminCode, upstream = comfyDeployUpstream, ...settings } = workerSettings(environment);
  const database = databaseOver(environment.DB);
  await migrate(database);
  if (adminCode !== undefined) {
    const { nowMs } = systemClock;
    const books = {
      members: createMemberBook(database, nowMs),
      invitations: createInvitationBook(database, nowMs),
    };
    const accept = () => acceptAdminCode(books, adminCode);
    // Another Worker may be doing the same: the second look finds what it has done.
    await accept().catch(accept);
  }
  // Both alike: a Worker reaches the public internet only.
  const ways = { fetch: workerFetch, publicFetch: workerFetch };
  const predictionPlaces = createLeasedPlaces(1, systemClock);
  const studioFiles = studioFilesAmong(environment.ASSETS);
  return createRelay({ ...settings, ...ways, upstream, database, predictionPlaces, studioFiles });
}
