import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import type { Engine } from '#shared/engines/engine.ts';
import { createPoliteness } from '#shared/engines/http/politeness.ts';
import type { Clock } from '#shared/ports.ts';
import type { Upstream } from './upstream.ts';

export type EngineFor = (deploymentId: string) => Engine;

/** The relay's own eyes and hands at ComfyDeploy, for what no member's request is passed on for. */
export function createEngineFor(upstream: Upstream, clock: Clock): EngineFor {
  const politeness = createPoliteness({ clock });
  return (deploymentId) =>
    createComfyDeployEngine({
      baseUrl: upstream.base,
      // The upstream puts the key in its place.
      apiKey: '',
      deploymentId,
      fetch: upstream.fetch,
      clock,
      politeness,
      // Uploads go by way of the API: the relay speaks to no storage with its own hands.
      pictureUrl: (url) => url,
    });
}
