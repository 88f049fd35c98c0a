import type { Caller } from '../auth/authenticate.ts';
import type { RunOutcomeAction } from '../faults/rule.ts';
import type { Deployment } from '../workflow/deployment.ts';
import type { ResolvedInputs } from '../workflow/resolve-inputs.ts';

export type FinalStatus = 'success' | 'failed' | 'timeout' | 'cancelled';
export type RunStatus = 'not-started' | 'queued' | 'started' | 'running' | FinalStatus;

export type RunOutput = {
  id: string;
  outputId: string | null;
  nodeId: string;
  kind: string;
  /** Object in the storage, or the output's plain text. */
  content: { key: string } | { text: string };
  createdAtMs: number;
};

type LogEntry = { atMs: number; text: string };

/** A run's whole story: what was asked for, and when each stage was reached. */
export type Run = {
  id: string;
  functionCallId: string;
  deployment: Deployment;
  caller: Caller;
  /** As recorded: unknown names included, data URLs already moved to storage. */
  inputs: Readonly<Record<string, unknown>>;
  resolved: ResolvedInputs;
  gpu: string;
  origin: string;
  webhook: string | null;
  webhookIntermediate: boolean;
  script: RunOutcomeAction | null;
  createdAtMs: number;
  /** How long the graph will take, fixed when the run starts. */
  runMs: number;
  queuedAtMs: number | null;
  startedAtMs: number | null;
  runningAtMs: number | null;
  endedAtMs: number | null;
  ending: FinalStatus | null;
  gpuEventId: string | null;
  outputs: RunOutput[];
  logs: LogEntry[];
  cancelling: AbortController;
};

export function statusOf(run: Run): RunStatus {
  if (run.ending !== null) return run.ending;
  if (run.runningAtMs !== null) return 'running';
  if (run.startedAtMs !== null) return 'started';
  return run.queuedAtMs === null ? 'not-started' : 'queued';
}

/** Final states never change: whoever comes second is ignored. */
export function endRun(run: Run, ending: FinalStatus, nowMs: number): boolean {
  if (run.ending !== null) return false;
  run.ending = ending;
  run.endedAtMs = nowMs;
  return true;
}
