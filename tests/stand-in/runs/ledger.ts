import { type Run, type RunStatus, statusOf } from './run.ts';

/** One run that somebody will be charged for. */
export type LedgerEntry = {
  runId: string;
  createdAtMs: number;
  inputs: Readonly<Record<string, unknown>>;
  deploymentId: string;
  status: RunStatus;
  /** Last four characters of the key that asked for it. */
  keyTail: string;
};

export function ledgerEntry(run: Run): LedgerEntry {
  return {
    runId: run.id,
    createdAtMs: run.createdAtMs,
    inputs: run.inputs,
    deploymentId: run.deployment.id,
    status: statusOf(run),
    keyTail: run.caller.key.slice(-4),
  };
}
