import type { EngineRun } from '#shared/engines/engine.ts';
import type { RunFigures } from '#shared/jobs/job.ts';

/**
 * Seconds and dollars of a run. The cost is a lower bound: seconds on the GPU times its price. Bills are
 * for the container's whole life, so the start of a cold one stands apart, and the time it is kept warm
 * afterwards nobody tells (ComfyDeploy has no cost on a run). `prices` in US dollars per second by GPU.
 */
export function runFigures(
  { runSeconds, queueSeconds, startSeconds = null, gpu }: EngineRun,
  prices: Readonly<Record<string, number>>,
  usualGpu: string | null,
): RunFigures {
  const usedGpu = gpu ?? usualGpu;
  const price = prices[usedGpu ?? ''];
  const costOf = (seconds: number | null) =>
    seconds === null || price === undefined ? null : seconds * price;
  return {
    queueSeconds,
    runSeconds,
    costUsd: costOf(runSeconds),
    ...(usedGpu === null ? {} : { gpu: usedGpu }),
    ...(startSeconds === null ? {} : { startSeconds, startCostUsd: costOf(startSeconds) }),
  };
}
