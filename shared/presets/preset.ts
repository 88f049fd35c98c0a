import type { InputValues } from '#shared/inputs/further-inputs.ts';

/** What presets are grouped by: six families for the built-in ones, which a person's own may join. */
export const presetFamilies = ['light', 'film', 'illustration', 'painting', 'print', 'product'] as const;

export type PresetFamily = (typeof presetFamilies)[number];

/** Strength at which a preset works best, 0..1. */
export type SafeRange = { from: number; to: number };

/** A saved way of restyling. */
export type Preset = {
  version: 1;
  id: string;
  name: string;
  /** One sentence: what it does to a picture. */
  description: string;
  /** An instruction to an edit model: what to change and what to keep; may hold `{placeholders}`. */
  prompt: string;
  /** 0..1, sent only where the workflow has a strength input. */
  strength: number;
  /** `null` where nobody has said. */
  safe: SafeRange | null;
  /** Values of a workflow's further inputs; left out where it has none. Sent to workflows that have such inputs. */
  inputs?: InputValues | undefined;
  /** Words to find it by; left out where it has none. */
  tags?: readonly string[] | undefined;
  /** Where it stands in lists: a family's id, or a folder's name as its owner wrote it. `''` is none. */
  folder: string;
  /** Built-in presets cannot be deleted. */
  builtIn: boolean;
  /** File name of its illustration in the app's `presets/` folder, `null` when it has none. */
  picture: string | null;
};
