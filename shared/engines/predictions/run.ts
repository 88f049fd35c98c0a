import type { EngineRun, RunState } from '#shared/engines/engine.ts';
import { findPicture } from '#shared/engines/predictions/find-picture.ts';
import { progressFromLogs } from '#shared/engines/predictions/log-progress.ts';
import type { WirePrediction } from '#shared/engines/predictions/wire.ts';

const states: Readonly<Record<string, RunState>> = {
  queued: 'waiting',
  starting: 'starting',
  processing: 'running',
  succeeded: 'success',
  failed: 'failed',
  canceled: 'cancelled',
  cancelled: 'cancelled',
  // Ended before it began; we set no deadline, so it was cancelled.
  aborted: 'cancelled',
};

/** A prediction as our run. A status it invents tomorrow counts as still running. */
export function toEngineRun(prediction: WirePrediction): EngineRun {
  const state = stateOf(prediction);
  return {
    state,
    progressRatio: state === 'running' ? progressFromLogs(prediction.logs ?? '') : null,
    queuePosition: null,
    output: state === 'success' ? findPicture(prediction.output) : null,
    runSeconds: prediction.metrics?.predict_time ?? null,
    queueSeconds: secondsBetween(prediction.created_at, prediction.started_at),
    gpu: null,
    inputs: prediction.input ?? {},
  };
}

/** The wire has no status for a run that reached its time limit: the error's words are the only mark. */
function stateOf({ status, error }: WirePrediction): RunState {
  const state = states[status] ?? 'running';
  const timedOut = state === 'failed' && typeof error === 'string' && /\btimed? ?out\b/i.test(error);
  return timedOut ? 'timeout' : state;
}

function secondsBetween(from: string | null | undefined, to: string | null | undefined): number | null {
  const seconds = (Date.parse(to ?? '') - Date.parse(from ?? '')) / 1000;
  return Number.isNaN(seconds) ? null : Math.max(0, seconds);
}
