import { runFigures } from '#shared/budget/run-figures.ts';
import type { EngineRun } from '#shared/engines/engine.ts';
import type { Clock } from '#shared/ports.ts';
import { paidCallMs } from '../upstream/paid-call.ts';
import type { Prices } from '../upstream/price-list.ts';
import type { EngineFor } from '../upstream/upstream-engine.ts';
import type { RunBook } from './run-book.ts';
import type { RunRecord } from './run-record.ts';

const minuteMs = 60_000;
/** After a day ComfyDeploy has ended every run, whatever its limits. */
const giveUpMs = 24 * 60 * minuteMs;

export type Settler = {
  /** Looks for the end of the runs that are due, whether or not anybody still asks for them. */
  settleDue(signal?: AbortSignal): Promise<void>;
  /** Takes down the end of a run that was just looked at, if it is one. */
  note(record: RunRecord, run: EngineRun): Promise<void>;
  /** Looks for the run of a request whose answer was lost; answers its id once it is found. */
  find(record: RunRecord, signal?: AbortSignal): Promise<string | null>;
};

type SettlerPorts = {
  runs: RunBook;
  engineFor: EngineFor;
  prices: () => Promise<Prices>;
  clock: Clock;
  /** How many are looked for in one go. */
  atOnce: number;
};

export function createSettler({ runs, engineFor, prices, clock, atOnce }: SettlerPorts): Settler {
  async function note(record: RunRecord, run: EngineRun): Promise<void> {
    const { state } = run;
    if (state === 'waiting' || state === 'starting' || state === 'running') return;
    const { runSeconds, costUsd, startCostUsd, gpu = null } = runFigures(run, await prices(), null);
    // A cold GPU's start is charged as well.
    const cost = costUsd === null ? null : costUsd + (startCostUsd ?? 0);
    await runs.end(record.id, { state, gpu, seconds: runSeconds, costUsd: cost });
  }

  async function find(record: RunRecord, signal?: AbortSignal): Promise<string | null> {
    if (record.nonce === null) return null;
    const intent = { nonce: record.nonce, sentAtMs: record.askedAtMs };
    const found = await engineFor(record.deploymentId).reconcile(intent, signal);
    if (found.state === 'found') await runs.started(record.id, found.runId);
    const isSure = clock.nowMs() - record.askedAtMs > paidCallMs;
    if (found.state === 'absent' && isSure) await runs.close(record.id, 'absent');
    return found.state === 'found' ? found.runId : null;
  }

  async function settle(record: RunRecord, signal?: AbortSignal): Promise<void> {
    // First, so that one that fails does not come first again and again.
    await runs.lookAgain(record.id, clock.nowMs() + waitMs(clock.nowMs() - record.askedAtMs));
    const isOld = clock.nowMs() - record.askedAtMs > giveUpMs;
    const runId = record.runId ?? (await find(record, signal));
    if (runId === null) {
      if (isOld || record.nonce === null) await runs.close(record.id, 'unknown');
      return;
    }
    const run = await engineFor(record.deploymentId)
      .get(runId, signal)
      .catch((error: unknown) => {
        if (isOld) return null;
        throw error;
      });
    if (run) await note(record, run);
    else await runs.end(record.id, { ...record, state: 'unknown' });
  }

  return {
    note,
    find,
    async settleDue(signal) {
      const due = await runs.due(atOnce);
      await Promise.allSettled(due.map((record) => settle(record, signal)));
    },
  };
}

/** A run is looked at more seldom the longer it takes. */
function waitMs(ageMs: number): number {
  return Math.min(Math.max(ageMs, minuteMs / 2), 10 * minuteMs);
}
