import type { Preset } from '#shared/presets/preset.ts';

export type PickOffer = {
  presets: readonly Preset[];
  costUsd: number | null;
  /** Ids of the presets that wait for words, which nothing in the choice asks for. */
  waitingIds: readonly string[];
};

/** Between the choice that a picker ends in and the background. The tab is told by the browser. */
export type PickMessages = {
  /** The presets to choose from, and what one picture will cost in dollars; `null` where nobody can say. */
  'pick.offer': (question: Record<string, never>) => PickOffer;
  'pick.restyle': (question: PickQuestion & { presetId: string }) => void;
  /** Reads the one picture for the panel, and opens it. */
  'pick.prompt': (question: PickQuestion) => void;
  /** Keeps the pictures for the next batch, and answers how many of them could be read. */
  'pick.batch': (question: PickQuestion) => number;
  /** Opens the picker once more. */
  'pick.again': (question: PickQuestion) => void;
  'pick.close': (question: PickQuestion) => void;
  /** From the panel: starts the picker in the tab beside it. False where the browser forbids it. */
  'page.pick': (question: { tabId: number; windowId: number }) => boolean;
};

/** The jobs that chosen pictures will have, and the frame of the tab they were chosen in. */
export type PickQuestion = { jobIds: readonly string[]; frameId: number };

/** From the background to the picker in the page. */
export type PickerRequest =
  | { picker: 'start'; choiceUrl: string; targetElementId: number | null }
  /** Fixes the clicked picture for a job, where the click is known for certain. */
  | { picker: 'fix'; jobId: string; targetElementId: number | null };

/** `from-top`: the document around this frame can see into it, and has the picker. */
export type PickStart = 'started' | 'from-top' | 'closed';
