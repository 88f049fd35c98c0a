import { executionOrder } from '../workflow/graph.ts';
import type { Run } from './run.ts';

/** Share of a run that each node takes: nearly all of it is sampling. */
const weights: Readonly<Record<string, number>> = {
  UNETLoader: 3,
  DualCLIPLoader: 3,
  KSampler: 40,
  VAEDecode: 4,
};
const weightOf = (node: string) => weights[node] ?? 1;
const totalWeight = executionOrder.reduce((sum, node) => sum + weightOf(node), 0);

/** Which node the graph has reached after that share of its time. */
function nodeAt(share: number): number {
  let passed = 0;
  const index = executionOrder.findIndex((node) => {
    passed += weightOf(node) / totalWeight;
    return share < passed;
  });
  return index < 0 ? executionOrder.length - 1 : index;
}

type RunProgress = { progress: number; liveStatus: string | null };

/**
 * As the node pack reports it: nodes visited by nodes in all, two decimals; it stands still while
 * one node samples, and keeps its last word after the end.
 */
export function progressOf(run: Run, nowMs: number): RunProgress {
  if (run.runningAtMs === null) return { progress: 0, liveStatus: null };
  const lastMs = run.endedAtMs ?? nowMs;
  const isDone = run.ending === 'success';
  const share = isDone ? 1 : Math.min(0.999, (lastMs - run.runningAtMs) / Math.max(1, run.runMs));
  const node = nodeAt(share);
  const visited = (node + 1) / executionOrder.length;
  return {
    progress: Math.round(visited * 100) / 100,
    liveStatus: `Executing ${executionOrder[node]}`,
  };
}
