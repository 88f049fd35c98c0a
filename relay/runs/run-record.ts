/**
 * `asked`: written down before the call that costs money, whose answer is not known. `refused`: ComfyDeploy
 * said no. `absent`: looked for and not there. `unknown`: cannot be told any more. The rest as engines have it.
 */
export type RecordState =
  | 'asked'
  | 'started'
  | 'refused'
  | 'absent'
  | 'unknown'
  | 'success'
  | 'failed'
  | 'timeout'
  | 'cancelled';

/** One run that a member asked for: who, what, and what it came to. No prompt and no picture. */
export type RunRecord = {
  id: string;
  memberId: string;
  deploymentId: string;
  /** What its preset was called; `null` where the client names none. */
  preset: string | null;
  /** Under which the run can be found when its answer was lost. */
  nonce: string | null;
  askedAtMs: number;
  state: RecordState;
  /** ComfyDeploy's id. */
  runId: string | null;
  gpu: string | null;
  /** On the GPU. */
  seconds: number | null;
  costUsd: number | null;
};

export type NewRun = Pick<RunRecord, 'memberId' | 'deploymentId' | 'preset' | 'nonce'> & {
  deviceId: string;
  isPrediction: boolean;
};

/** What a run came to. */
export type RunEnd = Pick<RunRecord, 'state' | 'gpu' | 'seconds' | 'costUsd'>;
