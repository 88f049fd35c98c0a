import { emptyIn, type Fills, fillIn, readFills } from '#shared/presets/placeholders.ts';
import type { Preset } from '#shared/presets/preset.ts';

const addition = ' In addition: ';

/**
 * The prompt to send: the preset's instruction, then what the person added, both with their placeholders filled
 * in. The addition comes last and is introduced as an addition, so that an edit model obeys it where the preset
 * says "keep". Answers '' when there is neither.
 */
export function promptFor(preset: Preset | null, typed: string, fills: Fills = {}): string {
  return fillIn(templateFor(preset, typed), fills);
}

/** The first placeholder, of preset or person, that nothing goes into; `null` where the prompt can be sent. */
export function firstEmptyIn(preset: Preset | null, typed: string, fills: Fills): string | null {
  return emptyIn(templateFor(preset, typed), fills)[0] ?? null;
}

/** The same with its placeholders left open: the instruction of a preset that is made of both. */
export function templateFor(preset: Preset | null, typed: string): string {
  return [preset?.prompt.trim(), typed.trim()].filter(Boolean).join(addition);
}

/** What was typed and filled in for a prompt that was sent; `null` when the preset says something else by now. */
export function readPrompt(preset: Preset, sent: string): { typed: string; fills: Fills } | null {
  const place = sent.lastIndexOf(addition);
  const instruction = preset.prompt.trim();
  // First, since a placeholder at the end would take what was added for its own.
  const fills = place < 0 ? null : readFills(instruction, sent.slice(0, place));
  if (fills) return { typed: sent.slice(place + addition.length), fills };
  const alone = readFills(instruction, sent);
  return alone && { typed: '', fills: alone };
}
