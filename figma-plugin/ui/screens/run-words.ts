import { estimateRun, formatUsd } from '#shared/budget/estimate.ts';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { Selection } from '../../bridge/layer.ts';
import type { Credentials } from '../connection/plugin-connection.ts';
import { isEmptyLook, type LookDraft } from '../look/look-draft.ts';

const words = figmaWords.run;

/** Why Restyle cannot be pressed now, as a sentence; `null` when it can. */
export function runBlockedBy({ layers }: Selection, draft: LookDraft): string | null {
  if (layers.length === 0) return words.needsLayer;
  if (layers.every(({ problem }) => problem !== null)) return words.needsSendable;
  return isEmptyLook(draft) ? words.needsLook : null;
}

/** `About 12 s and $0.007 a layer`: from this computer's own last runs. */
export function estimateWords(past: readonly Job[], credentials: Credentials | null): string {
  const { prices, description } = credentials?.connection ?? {};
  const { seconds, costUsd } = estimateRun(past, prices?.[description?.gpu ?? ''] ?? null);
  return words.estimate(Math.max(1, Math.round(seconds)), costUsd === null ? null : formatUsd(costUsd));
}
