import { parseJson } from '#shared/engines/http/parse-json.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { presetFileWords } from '#shared/i18n/en/presets.ts';
import type { Preset } from '#shared/presets/preset.ts';
import type { PresetDraft } from '#shared/presets/preset-shelf.ts';
import { parseSavedPreset, savedValueOf } from '#shared/presets/saved-preset.ts';
import * as z from '#shared/zod.ts';

const fileSchema = z.looseObject({
  format: z.literal('restyle-presets'),
  version: z.literal(1),
  presets: z.array(z.unknown()),
});

/** Presets as one file that others can open. Holds what a person wrote and drew, and nothing else. */
export function writePresetFile(presets: readonly Preset[]): string {
  const file = { format: 'restyle-presets', version: 1, presets: presets.map((each) => savedValueOf(each)) };
  return JSON.stringify(file, null, 2);
}

/**
 * The presets of a file. Pictures of built-in presets are files of the app and do not come along.
 * Raises `invalid-input` when it is no such file, or none of its presets can be read.
 */
export function readPresetFile(text: string): PresetDraft[] {
  const parsed = fileSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new AppError('invalid-input', presetFileWords.other);
  const drafts = parsed.data.presets.flatMap(
    (each) => parseSavedPreset('', withoutForeignPicture(each)) ?? [],
  );
  if (drafts.length === 0) throw new AppError('invalid-input', presetFileWords.unreadable);
  return drafts.map(({ id, builtIn, version, ...draft }) => draft);
}

function withoutForeignPicture(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || !('picture' in stored)) return stored;
  return String(stored.picture).startsWith('data:') ? stored : { ...stored, picture: null };
}
