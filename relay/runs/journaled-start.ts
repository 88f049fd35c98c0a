import { mayHaveStarted } from '#shared/engines/start-outcome.ts';
import { AppError, toErrorData } from '#shared/errors/app-error.ts';
import type { Clock } from '#shared/ports.ts';
import { type Caller, mayRun } from '../members/member.ts';
import { words } from '../words.ts';
import type { RunBook } from './run-book.ts';
import type { NewRun } from './run-record.ts';

const minuteMs = 60_000;

export type StartDesk = {
  /** Raises `forbidden` and `rate-limited` for what a member may not start. Costs nothing: to be asked first. */
  check(caller: Caller, deploymentId: string): Promise<void>;
  /**
   * Writes down that a run is asked for, asks, and writes down what came of it. `send` makes the one call that
   * costs money and answers the run's id; it raises an `AppError` when it has none. Raises `rate-limited` as well:
   * others may have been started since `check`.
   */
  start(run: NewRun, send: (recordId: string) => Promise<string>): Promise<string>;
};

/** The one way by which members spend money. The place where a budget would be asked as well. */
export function createStartDesk(runs: RunBook, runsPerMinute: number, clock: Clock): StartDesk {
  return {
    async check(caller, deploymentId) {
      if (!mayRun(caller, deploymentId)) {
        throw new AppError('forbidden', words.deploymentForbidden, { status: 403 });
      }
      const recent = await runs.countSince(caller.id, clock.nowMs() - minuteMs);
      if (recent >= runsPerMinute) throw tooManyRuns(runsPerMinute);
    },

    async start(run, send) {
      const id = await runs.ask(run, { runs: runsPerMinute, sinceMs: clock.nowMs() - minuteMs });
      if (id === null) throw tooManyRuns(runsPerMinute);
      try {
        const runId = await send(id);
        await runs.started(id, runId);
        return id;
      } catch (error) {
        if (isKnownNotToRun(error)) await runs.close(id, 'refused');
        throw error;
      }
    },
  };
}

function tooManyRuns(runsPerMinute: number): AppError {
  return new AppError('rate-limited', words.tooManyRuns(runsPerMinute), { status: 429 });
}

/** Refused in ComfyDeploy's own words, or not sent at all; of a paid call `unreachable` says that. */
function isKnownNotToRun(error: unknown): boolean {
  const { code } = toErrorData(error);
  return code === 'unreachable' || !mayHaveStarted(code);
}
