import { useEffect, useRef, useState } from 'preact/hooks';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { folderTitle } from '#shared/presets/preset-groups.ts';
import type { PresetDraft } from '#shared/presets/preset-shelf.ts';
import { readTags, writeTags } from '#shared/presets/tags.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { TextArea } from '#shared/ui/controls/text-area.tsx';
import { TextInput } from '#shared/ui/controls/text-input.tsx';
import { StrengthSlider } from '#shared/ui/panel/strength-slider.tsx';
import { type DraftProblems, problemsOf, trimmed } from './check-draft.ts';
import { KeptInputs } from './kept-inputs.tsx';
import { PresetPictureField } from './preset-picture-field.tsx';
import styles from './presets-section.module.css';
import { SafeRangeField } from './safe-range-field.tsx';

const words = presetWords.form;
const fullRange = { min: 0, max: 1, step: 0.01 };

type PresetFormProps = {
  title: string;
  first: PresetDraft;
  /** Names of the folders there are. */
  folders: readonly string[];
  onSave(draft: PresetDraft): void;
  onCancel(): void;
};

/** Everything a preset holds. What is missing is said when saving is tried, not before. */
export function PresetForm({ title, first, folders, onSave, onCancel }: PresetFormProps) {
  const [draft, setDraft] = useState({ ...first, folder: folderTitle(first.folder) });
  const [tags, setTags] = useState(writeTags(first.tags));
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<PresetDraft>) => setDraft({ ...draft, ...part });
  const form = useRef<HTMLFormElement>(null);
  // It may open far from the button that asked for it.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const errors = problemsOf(draft);
  const shown = isTried ? errors : {};
  const save = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(errors).length === 0) onSave({ ...trimmed(draft), tags: readTags(tags) });
  };
  return (
    <form ref={form} class={styles.form} aria-label={title} onSubmit={save} noValidate>
      <h3>{title}</h3>
      <WordFields draft={draft} problems={shown} folders={folders} onChange={change} />
      <TextInput label={words.tags} hint={words.tagsHint} value={tags} onValue={setTags} />
      <StrengthSlider
        strength={draft.strength}
        range={{ ...fullRange, safe: draft.safe }}
        onStrength={(strength) => change({ strength })}
      />
      <SafeRangeField strength={draft.strength} safe={draft.safe} onSafe={(safe) => change({ safe })} />
      <KeptInputs inputs={draft.inputs ?? {}} onForget={() => change({ inputs: {} })} />
      <PresetPictureField picture={draft.picture} onPicture={(picture) => change({ picture })} />
      <div class={styles.buttons}>
        <Button type="submit" kind="primary">
          {words.save}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
}

type WordFieldsProps = {
  draft: PresetDraft;
  problems: DraftProblems;
  folders: readonly string[];
  onChange(part: Partial<PresetDraft>): void;
};

function WordFields({ draft, problems, folders, onChange }: WordFieldsProps) {
  return (
    <>
      <TextInput
        label={words.name}
        value={draft.name}
        error={problems.name}
        onValue={(name) => onChange({ name })}
      />
      <TextInput
        label={words.description}
        value={draft.description}
        error={problems.description}
        onValue={(description) => onChange({ description })}
      />
      <TextInput
        label={words.folder}
        hint={words.folderHint}
        value={draft.folder}
        error={problems.folder}
        suggestions={folders}
        onValue={(folder) => onChange({ folder })}
      />
      <TextArea
        label={words.prompt}
        hint={words.promptHint}
        rows={5}
        value={draft.prompt}
        error={problems.prompt}
        onValue={(prompt) => onChange({ prompt })}
      />
    </>
  );
}
