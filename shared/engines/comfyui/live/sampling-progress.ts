import { type Graph, linkIn } from '#shared/engines/comfyui/graph.ts';

/** `nodeId` is `null` where a server does not name the node. Answers how far the whole run is, 0..1. */
export type SamplingProgress = (step: { nodeId: string | null; value: number; max: number }) => number | null;

/**
 * How far a run is, by the steps of its samplers: the time a run takes is theirs. Each counts alike, and
 * what others count, loaders or an upscaler, is passed over, unless there is no sampler at all.
 */
export function createSamplingProgress(graph: Graph): SamplingProgress {
  const samplers = Object.keys(graph).filter((id) => linkIn(graph[id]?.inputs.latent_image) !== null);
  const done = new Map<string, number>();
  let reached = 0;
  return ({ nodeId, value, max }) => {
    // A node that expands while it runs gives its parts ids that begin with its own: `16.0.3`.
    const sampler = samplers.find((id) => nodeId === null || nodeId === id || nodeId.startsWith(`${id}.`));
    if ((sampler === undefined && samplers.length > 0) || !(max > 0) || !(value >= 0)) return null;
    done.set(sampler ?? '', Math.max(done.get(sampler ?? '') ?? 0, Math.min(1, value / max)));
    const sum = [...done.values()].reduce((total, ratio) => total + ratio, 0);
    reached = Math.max(reached, sum / Math.max(1, samplers.length));
    return reached;
  };
}
