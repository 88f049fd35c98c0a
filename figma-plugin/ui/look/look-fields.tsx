import { Text, TextboxMultiline, Toggle } from '@create-figma-plugin/ui';
import { useId } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { StrengthRange } from '#shared/inputs/values.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { type LookDraft, presetOf } from './look-draft.ts';
import styles from './look-fields.module.css';
import { PresetChooser } from './preset-chooser.tsx';
import { SeedBox } from './seed-box.tsx';
import { StrengthSlider } from './strength-slider.tsx';

const words = figmaWords.look;

type LookFieldsProps = {
  draft: LookDraft;
  /** `null` hides the slider: the workflow has no strength. */
  range: StrengthRange | null;
  newSeed(): number;
  onChange(draft: LookDraft): void;
};

/** What to make of the layers: a preset, words, how strongly, and by which seed. */
export function LookFields({ draft, range, newSeed, onChange }: LookFieldsProps) {
  const change = (part: Partial<LookDraft>) => onChange({ ...draft, ...part });
  return (
    <div class={styles.fields}>
      <PresetChooser
        presets={builtInPresets}
        chosenId={draft.presetId}
        onChoose={(preset) =>
          change({ presetId: preset?.id ?? null, ...(preset && { strength: preset.strength }) })
        }
      />
      <PromptBox draft={draft} onTyped={(typed) => change({ typed })} />
      {range && (
        <StrengthSlider
          strength={draft.strength}
          range={range}
          onStrength={(strength) => change({ strength })}
        />
      )}
      <div class={styles.seed}>
        <Toggle
          value={draft.seed === null}
          onValueChange={(isNew: boolean) => change({ seed: isNew ? null : newSeed() })}
        >
          <Text>{words.seed}</Text>
        </Toggle>
        {draft.seed !== null && <SeedBox seed={draft.seed} onSeed={(seed) => change({ seed })} />}
      </div>
    </div>
  );
}

function PromptBox({ draft, onTyped }: { draft: LookDraft; onTyped(typed: string): void }) {
  const id = useId();
  const preset = presetOf(draft);
  return (
    <div>
      <label class={styles.label} for={id}>
        {preset ? words.promptWithPreset(preset.name) : words.prompt}
      </label>
      <TextboxMultiline
        id={id}
        rows={preset ? 2 : 3}
        placeholder={preset ? words.placeholderWithPreset : words.placeholder}
        value={draft.typed}
        onValueInput={onTyped}
      />
    </div>
  );
}
