import { presetWords } from '#shared/i18n/en/presets.ts';
import type { InputValues } from '#shared/inputs/further-inputs.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { keepableInputs } from '#shared/presets/preset-inputs.ts';
import { presetLimits } from '#shared/presets/preset-limits.ts';
import type { PresetDraft } from '#shared/presets/preset-shelf.ts';

export type MadeWith = {
  /** The whole prompt, as it is sent. */
  prompt: string;
  /** What the person wrote of it. */
  typed: string;
  /** 0..1; `null` where the workflow has none. */
  strength: number | null;
  /** Values of the workflow's further inputs. */
  inputs?: InputValues | undefined;
  /** The one it was made from. */
  preset: Preset | null;
  /** A `data:` address. */
  picture: string | null;
};

/** A preset that makes the same again, called by what was written; `null` where its prompt is too long for one. */
export function presetFrom({
  prompt,
  typed,
  strength,
  inputs,
  preset,
  picture,
}: MadeWith): PresetDraft | null {
  if (prompt.length > presetLimits.prompt) return null;
  return {
    name: nameFrom(typed, preset),
    description: '',
    prompt,
    strength: strength ?? preset?.strength ?? 1,
    safe: preset?.safe ?? null,
    folder: '',
    inputs: keepableInputs(inputs ?? preset?.inputs ?? {}),
    picture,
  };
}

const nameLength = 36;

/** The first words of what was typed, cut between words; else the preset's own name, as of a copy. */
function nameFrom(typed: string, preset: Preset | null): string {
  const plain = typed.replace(/\{([^{}:]*)[^{}]*\}/g, '$1');
  const words = plain
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.!].*$/, '');
  const cut = words.length <= nameLength ? words : words.slice(0, nameLength + 1).replace(/\s\S*$/, '');
  const short = cut.slice(0, nameLength);
  const added = short.charAt(0).toLocaleUpperCase() + short.slice(1);
  if (preset === null) return added || presetWords.unnamed;
  if (added === '') return presetWords.copyOf(preset.name).slice(0, presetLimits.name);
  return `${preset.name}: ${short}`.slice(0, presetLimits.name);
}
