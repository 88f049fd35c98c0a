import { estimateRun, formatUsd } from '#shared/budget/estimate.ts';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { Preset } from '#shared/presets/preset.ts';
import type { Selection } from '../../bridge/layer.ts';
import { type Credentials, isOnDevice } from '../connection/plugin-connection.ts';
import { isEmptyLook, type LookDraft } from '../look/look-draft.ts';

const words = figmaWords.run;

/** Why Restyle cannot be pressed now, as a sentence; `null` when it can. */
export function runBlockedBy(
  { layers }: Selection,
  draft: LookDraft,
  presets: readonly Preset[],
): string | null {
  if (layers.length === 0) return words.needsLayer;
  if (layers.every(({ problem }) => problem !== null)) return words.needsSendable;
  return isEmptyLook(draft, presets) ? words.needsLook : null;
}

export function tooMany(pictures: number, most: number): string {
  return words.tooMany(pictures, most);
}

/** What the button says: layers, or the variants that are made of them. */
export function runLabel(layers: number, pictures: number, isGrid: boolean): string {
  if (isGrid && pictures > 0) return words.variants(pictures);
  return pictures > layers ? words.pictures(pictures) : words.button(layers);
}

/** `About 12 s and $0.007 a picture, $0.042 for 6`: from this computer's own last runs. */
export function estimateWords(past: readonly Job[], credentials: Credentials | null, count: number): string {
  if (credentials && isOnDevice(credentials)) return figmaWords.samples.estimate;
  const { seconds } = estimateRun(past, null);
  const price = (pictures: number) => priceOf(past, credentials, pictures);
  const each = words.estimate(Math.max(1, Math.round(seconds)), price(1));
  return count < 2 ? each : words.total(each, count, price(count));
}

/** What so many pictures cost at least, `$0.042`; `null` where no price is known. */
export function priceOf(past: readonly Job[], credentials: Credentials | null, count: number): string | null {
  const { prices, description } = credentials?.connection ?? {};
  const { costUsd } = estimateRun(past, prices?.[description?.gpu ?? ''] ?? null);
  return costUsd === null ? null : formatUsd(costUsd * count);
}
