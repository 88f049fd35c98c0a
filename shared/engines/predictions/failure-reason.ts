import { failureReasonFrom } from '#shared/engines/comfydeploy/failure-reason.ts';
import type { WirePrediction } from '#shared/engines/predictions/wire.ts';

const maxLength = 200;

/** Why a prediction failed: a plain sentence where the cause is known, else its error, else its logs. */
export function reasonOf({ error, logs }: WirePrediction): string | null {
  const said = wordsOf(error);
  if (said === null) return failureReasonFrom([logs ?? '']);
  return failureReasonFrom([said]) ?? said.slice(0, maxLength);
}

function wordsOf(error: unknown): string | null {
  if (typeof error === 'string') return error.trim() === '' ? null : error.trim();
  return typeof error === 'object' && error !== null ? JSON.stringify(error) : null;
}
