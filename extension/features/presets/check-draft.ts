import { presetWords } from '#shared/i18n/en/presets.ts';
import { folderOf } from '#shared/presets/preset-groups.ts';
import { presetLimits } from '#shared/presets/preset-limits.ts';
import type { PresetDraft } from '#shared/presets/preset-shelf.ts';

const words = presetWords.form;

export type DraftProblems = Partial<Record<'name' | 'description' | 'prompt' | 'folder', string>>;

/** What has to be mended before a draft can be saved, by field. */
export function problemsOf(draft: PresetDraft): DraftProblems {
  const { name, description, prompt, folder } = trimmed(draft);
  return {
    ...(name === '' && { name: words.needsName }),
    ...(prompt === '' && { prompt: words.needsPrompt }),
    ...(name.length > presetLimits.name && { name: words.tooLong(presetLimits.name) }),
    ...(description.length > presetLimits.description && {
      description: words.tooLong(presetLimits.description),
    }),
    ...(folder.length > presetLimits.folder && { folder: words.tooLong(presetLimits.folder) }),
    ...(prompt.length > presetLimits.prompt && { prompt: words.tooLong(presetLimits.prompt) }),
  };
}

/** A draft as it is saved. */
export function trimmed(draft: PresetDraft): PresetDraft {
  const { name, description, prompt, folder } = draft;
  return {
    ...draft,
    name: name.trim(),
    description: description.trim(),
    prompt: prompt.trim(),
    folder: folderOf(folder),
  };
}
