import { useEffect, useState } from 'preact/hooks';
import { toErrorData } from '#shared/errors/app-error.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { isSameInputs } from '#shared/inputs/further-inputs.ts';
import { findIn, type PresetLibrary } from '#shared/presets/preset-library.ts';
import { presetFrom } from '#shared/presets/preset-of-recipe.ts';
import { templateFor } from '#shared/presets/prompt.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import type { Draft } from '#shared/ui/panel/draft.ts';
import type { Services } from '../../platform/services.ts';
import { openPage, presetPath } from '../../platform/views/open-page.ts';
import { useOneAtATime } from '../../platform/views/use-one-at-a-time.ts';
import styles from './save-settings.module.css';

type Kept = { id: string; name: string; undo: () => Promise<void> };

type SaveSettingsProps = {
  draft: Draft;
  library: PresetLibrary;
  services: Services;
  onChange(draft: Draft): void;
};

/** Makes a preset of what the panel holds, and chooses it. Undo brings back what the panel held. */
export function SaveSettings({ draft, library, services, onChange }: SaveSettingsProps) {
  const { presets } = services;
  const [kept, setKept] = useState<Kept | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { isBusy, once } = useOneAtATime();
  const preset = findIn(library, draft.presetId);
  const { inputs = preset?.inputs ?? {} } = draft;
  const isOwn =
    draft.prompt.trim() !== '' ||
    (preset !== null && (preset.strength !== draft.strength || !isSameInputs(inputs, preset.inputs ?? {})));

  // What was said of another prompt is not true of this one.
  useEffect(() => setProblem(null), [draft.prompt, draft.presetId]);

  const trying = (act: () => Promise<void>) =>
    void once(() => act().catch((error: unknown) => setProblem(errorWords(toErrorData(error)).title)));
  const keep = async () => {
    const prompt = templateFor(preset, draft.prompt);
    const made = presetFrom({ ...draft, typed: draft.prompt, prompt, preset, picture: null });
    if (!made) return setProblem(presetWords.tooLongToKeep);
    const id = await presets.create(made);
    onChange({ ...draft, presetId: id, prompt: '' });
    const undo = async () => {
      onChange(draft);
      await presets.remove(id);
      setKept(null);
    };
    setKept({ id, name: made.name, undo });
  };
  if (kept && kept.id === draft.presetId) {
    return (
      <Notice tone="success">
        <p dir="auto">{presetWords.kept(kept.name)}</p>
        <div class={styles.buttons}>
          <Button onClick={() => void openPage(presetPath(kept.id))}>{presetWords.rename}</Button>
          <Button onClick={() => trying(kept.undo)}>{presetWords.undo}</Button>
        </div>
      </Notice>
    );
  }
  return (
    isOwn && (
      <div>
        <Button kind="link" busy={isBusy} onClick={() => trying(keep)}>
          {presetWords.keep}
        </Button>
        {problem && <p role="alert">{problem}</p>}
      </div>
    )
  );
}
