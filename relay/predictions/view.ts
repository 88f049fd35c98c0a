import { nonceInput } from '#shared/engines/comfydeploy/reconcile.ts';
import type { EngineRun, RunState } from '#shared/engines/engine.ts';
import type { RecordState, RunRecord } from '../runs/run-record.ts';
import { words } from '../words.ts';

export type PredictionStatus = 'starting' | 'processing' | 'succeeded' | 'failed' | 'canceled';

export type PredictionFacts = {
  record: RunRecord;
  /** How the run is, where it was looked at. */
  run: EngineRun | null;
  error: string | null;
  /** What a caller may want to know and no other place is for. */
  logs: string;
  /** Where this relay is reached. */
  origin: string;
};

const ofRun: Readonly<Record<RunState, PredictionStatus>> = {
  waiting: 'starting',
  starting: 'starting',
  running: 'processing',
  success: 'succeeded',
  failed: 'failed',
  timeout: 'failed',
  cancelled: 'canceled',
};

const ofRecord: Readonly<Record<RecordState, PredictionStatus>> = {
  asked: 'starting',
  started: 'starting',
  refused: 'failed',
  absent: 'failed',
  unknown: 'failed',
  success: 'succeeded',
  failed: 'failed',
  timeout: 'failed',
  cancelled: 'canceled',
};

/** A prediction in Replicate's shape: https://replicate.com/docs/reference/http#predictions.get */
export function predictionView({ record, run, error, logs, origin }: PredictionFacts) {
  const status = run ? ofRun[run.state] : ofRecord[record.state];
  const hasEnded = status !== 'starting' && status !== 'processing';
  const address = `${origin}/v1/predictions/${record.id}`;
  const createdAt = new Date(record.askedAtMs);
  const seconds = run?.runSeconds ?? record.seconds;
  const waitedMs = (run?.queueSeconds ?? 0) * 1000;
  return {
    id: record.id,
    model: 'restyle',
    version: record.deploymentId,
    input: run?.inputs ?? (record.nonce === null ? {} : { [nonceInput]: record.nonce }),
    logs,
    output: run?.output?.url ?? null,
    data_removed: false,
    error: error ?? errorOf(record.state, status),
    status,
    created_at: createdAt.toISOString(),
    started_at: status === 'starting' ? null : new Date(record.askedAtMs + waitedMs).toISOString(),
    completed_at:
      hasEnded && seconds !== null
        ? new Date(record.askedAtMs + waitedMs + seconds * 1000).toISOString()
        : null,
    metrics:
      seconds === null || !hasEnded ? {} : { predict_time: seconds, total_time: waitedMs / 1000 + seconds },
    urls: { get: address, cancel: `${address}/cancel` },
  };
}

function errorOf(state: RecordState, status: PredictionStatus): string | null {
  if (status !== 'failed') return null;
  if (state === 'absent' || state === 'refused') return words.neverBegan;
  // Replicate has no status for it; clients know it by these words.
  return state === 'timeout' ? words.predictionTimedOut : words.predictionFailed;
}
