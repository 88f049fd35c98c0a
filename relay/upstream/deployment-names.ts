import { listDeployments } from '#shared/engines/comfydeploy/deployments.ts';
import type { Clock } from '#shared/ports.ts';
import type { Upstream } from './upstream.ts';

export type DeploymentName = { id: string; name: string };

/** The account's deployments; `null` while they cannot be had. */
export type DeploymentNames = () => Promise<readonly DeploymentName[] | null>;

const freshMs = 60_000;
const patienceMs = 8_000;

/** Asks ComfyDeploy at most once a minute. */
export function createDeploymentNames(upstream: Upstream, clock: Clock): DeploymentNames {
  let known: { atMs: number; names: readonly DeploymentName[] } | null = null;
  return async () => {
    if (known && clock.monotonicMs() - known.atMs < freshMs) return known.names;
    const { base: baseUrl, fetch } = upstream;
    const signal = AbortSignal.timeout(patienceMs);
    const found = await listDeployments({ baseUrl, apiKey: null, fetch, clock }, signal).catch(() => null);
    if (!found) return known?.names ?? null;
    const names = found.map(({ id, environment, description }) => ({
      id,
      name: `${description.name} (${environment})`,
    }));
    known = { atMs: clock.monotonicMs(), names };
    return names;
  };
}
