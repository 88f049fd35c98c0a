import { panelWords } from '#shared/i18n/en/panel.ts';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import type { InputValues } from '#shared/inputs/further-inputs.ts';
import type { Fills } from '#shared/presets/placeholders.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { firstEmptyIn } from '#shared/presets/prompt.ts';

const words = panelWords.run;

/** What the panel holds before it becomes a job. */
export type Draft = {
  presetId: string | null;
  prompt: string;
  /** What goes into the placeholders of preset and prompt. */
  fills?: Fills;
  /** 0..1 */
  strength: number;
  /** `null`: a fresh one is drawn for every run. */
  seed: number | null;
  /** Values of the workflow's further inputs; left out: the preset's. */
  inputs?: InputValues | undefined;
  /** `null` or left out: whatever the workflow runs on. */
  gpu?: string | null;
};

/** What a workflow lets strength be, 0..1, and where it works best. */
export type StrengthRange = {
  min: number;
  max: number;
  step: number;
  safe: { from: number; to: number } | null;
};

/** Why Restyle cannot be pressed now, as a sentence; `null` when it can. */
export function runBlockedBy(
  hasPicture: boolean,
  draft: Draft,
  busy: boolean,
  preset: Preset | null,
): string | null {
  const empty = firstEmptyIn(preset, draft.prompt, draft.fills ?? {});
  if (busy) return words.sending;
  if (!hasPicture) return words.needsPicture;
  if (draft.presetId === null && draft.prompt.trim() === '') return words.needsPrompt;
  return empty === null ? null : promptWords.fills.needed(empty);
}
