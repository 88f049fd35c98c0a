import { systemClock } from '#shared/platform.ts';
import { createDeviceBook } from './members/device-book.ts';
import { createInvitationBook } from './members/invitation-book.ts';
import { createMemberBook } from './members/member-book.ts';
import { defaultLimits, type RelayConfig } from './relay-config.ts';
import { createStartDesk } from './runs/journaled-start.ts';
import { createRunBook } from './runs/run-book.ts';
import { createSettler } from './runs/settler.ts';
import { createDeploymentNames } from './upstream/deployment-names.ts';
import { createKeyKeeper } from './upstream/key-keeper.ts';
import { createPriceList } from './upstream/price-list.ts';
import { createUpstream } from './upstream/upstream.ts';
import { createEngineFor } from './upstream/upstream-engine.ts';

export type RelayParts = ReturnType<typeof createRelayParts>;

/** What the routes are made of. */
export function createRelayParts(config: RelayConfig) {
  const { database, clock = systemClock } = config;
  const { nowMs } = clock;
  const limits = { ...defaultLimits, ...config.limits };
  const key = createKeyKeeper(config);
  const upstream = createUpstream({ ...config, key });
  const engineFor = createEngineFor(upstream, clock);
  const runs = createRunBook(database, nowMs);
  return {
    clock,
    limits,
    key,
    upstream,
    engineFor,
    deploymentNames: createDeploymentNames(upstream, clock),
    runs,
    members: createMemberBook(database, nowMs),
    devices: createDeviceBook(database, nowMs),
    invitations: createInvitationBook(database, nowMs),
    settler: createSettler({
      runs,
      engineFor,
      prices: createPriceList(engineFor, clock),
      clock,
      atOnce: limits.settledAtOnce,
    }),
    desk: createStartDesk(runs, limits.runsPerMinute, clock),
  };
}
