import { randomBytes } from 'node:crypto';
import type { Outcome, Timing } from './options.ts';

/** One prediction as the server knows it. What it is doing follows from the time. */
export type Prediction = {
  id: string;
  model: string | null;
  version: string | null;
  input: Record<string, unknown>;
  createdAtMs: number;
  cancelledAtMs: number | null;
  outcome: Outcome;
  /** Address of what it drew, `null` while it draws. */
  pictureUrl: string | null;
  /** Why it could not draw, `null` when all is well. */
  trouble: string | null;
};

export type Status = 'starting' | 'processing' | 'succeeded' | 'failed' | 'canceled';

/** 26 letters and digits, as Replicate's ids are. */
export function createId(): string {
  return BigInt(`0x1${randomBytes(20).toString('hex')}`)
    .toString(36)
    .slice(0, 26);
}

export function statusAt(prediction: Prediction, nowMs: number, { startMs, runMs }: Timing): Status {
  const { createdAtMs, cancelledAtMs, outcome, pictureUrl, trouble } = prediction;
  if (cancelledAtMs !== null) return 'canceled';
  if (nowMs < createdAtMs + startMs) return 'starting';
  if (outcome === 'endless' || nowMs < createdAtMs + startMs + runMs) return 'processing';
  if (trouble !== null || outcome === 'failed' || outcome === 'timeout') return 'failed';
  return pictureUrl === null ? 'processing' : 'succeeded';
}
