import { pickerWords } from '#shared/i18n/en/picker.ts';
import type { PickOffer } from '../pick-messages.ts';

const words = pickerWords.choice;

/** What was picked, as the picker tells it in the frame's address. */
export type Choice = {
  jobIds: readonly string[];
  frameId: number;
  /** Of the one picture; empty for several. */
  label: string;
  size: string;
};

/** The choice a frame was opened for; `null` for one that shows a job. */
export function choiceOf(hash: string): Choice | null {
  const facts = new URLSearchParams(hash);
  const jobIds = (facts.get('jobs') ?? '').split(',').filter(Boolean);
  if (!facts.has('choice') || jobIds.length === 0) return null;
  return {
    jobIds,
    frameId: Number(facts.get('frame')),
    label: facts.get('label') ?? '',
    size: facts.get('size') ?? '',
  };
}

/**
 * Why these pictures cannot be restyled with a preset, as a sentence; `null` when they can. One picture takes a
 * preset that waits for words to the panel, which has room for one.
 */
export function choiceBlockedBy(
  { jobIds }: Pick<Choice, 'jobIds'>,
  presetId: string | null,
  offer: Pick<PickOffer, 'waitingIds'> | null,
): string | null {
  if (presetId === null) return words.needsPreset;
  return jobIds.length > 1 && offer?.waitingIds.includes(presetId) ? words.needsWords : null;
}
