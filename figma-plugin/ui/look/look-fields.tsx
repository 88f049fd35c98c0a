import { Checkbox, Text, TextboxMultiline } from '@create-figma-plugin/ui';
import { useId } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { StrengthRange } from '#shared/inputs/values.ts';
import type { Preset } from '#shared/presets/preset.ts';
import type { PresetPictures } from '../sample-looks/preset-pictures.ts';
import { type LookDraft, looksOf, presetOf, promptOf } from './look-draft.ts';
import styles from './look-fields.module.css';
import { PlaceholderBoxes } from './placeholder-boxes.tsx';
import { PresetChooser } from './preset-chooser.tsx';
import { PresetFileLine } from './preset-file-line.tsx';
import { SeedBox } from './seed-box.tsx';
import { StrengthSlider } from './strength-slider.tsx';
import { VersionsBox } from './versions-box.tsx';

const words = figmaWords.look;

type LookFieldsProps = {
  draft: LookDraft;
  presets: readonly Preset[];
  /** Those a file brought, which can be taken away here. */
  imported: readonly Preset[];
  pictures: PresetPictures;
  /** Several looks can be chosen, for a frame of variants. */
  isGrid: boolean;
  /** `null` hides the slider: the workflow has no strength. */
  range: StrengthRange | null;
  newSeed(): number;
  onChange(draft: LookDraft): void;
  onPresetFile(file: File): void;
  onRemovePreset(id: string): void;
};

/** What to make of the layers: a preset, words, how strongly, and by which seed. */
export function LookFields(props: LookFieldsProps) {
  const { draft, presets, imported, isGrid, range, newSeed, onChange } = props;
  const change = (part: Partial<LookDraft>) => onChange({ ...draft, ...part });
  const chosenIds = isGrid && draft.gridPresetIds.length > 0 ? draft.gridPresetIds : chosenAlone(draft);
  return (
    <div class={styles.fields}>
      <PresetChooser
        presets={presets}
        pictures={props.pictures}
        chosenIds={chosenIds}
        isSeveral={isGrid}
        onChoose={(preset) => change(isGrid ? toggled(draft, preset) : chosen(preset))}
      />
      <PresetFileLine
        chosen={importedOf(draft, imported)}
        onFile={props.onPresetFile}
        onRemove={props.onRemovePreset}
      />
      <PlaceholderBoxes
        prompts={looksOf(draft, isGrid, presets).map((look) => promptOf(look, presets))}
        fills={draft.fills}
        onFills={(fills) => change({ fills })}
      />
      <PromptBox
        draft={draft}
        preset={presetOf(draft, presets)}
        isSeveral={isGrid && draft.gridPresetIds.length > 1}
        onTyped={(typed) => change({ typed })}
      />
      {range && !(isGrid && draft.gridPresetIds.length > 1) && (
        <StrengthSlider
          strength={draft.strength}
          range={range}
          onStrength={(strength) => change({ strength })}
        />
      )}
      {isGrid && (
        <div class={styles.seed}>
          <VersionsBox versions={draft.versions} onVersions={(versions) => change({ versions })} />
        </div>
      )}
      <div class={styles.seed}>
        <Checkbox
          value={draft.seed === null}
          onValueChange={(isNew: boolean) => change({ seed: isNew ? null : newSeed() })}
        >
          <Text>{words.seed}</Text>
        </Checkbox>
        {draft.seed !== null && <SeedBox seed={draft.seed} onSeed={(seed) => change({ seed })} />}
      </div>
    </div>
  );
}

function importedOf(draft: LookDraft, presets: readonly Preset[]): Preset | null {
  const preset = presetOf(draft, presets);
  return preset?.builtIn === false ? preset : null;
}

function chosen(preset: Preset | null): Partial<LookDraft> {
  return { presetId: preset?.id ?? null, ...(preset && { strength: preset.strength }) };
}

const chosenAlone = ({ presetId }: LookDraft) => (presetId === null ? [] : [presetId]);

/** The person's own prompt stands alone: it is every preset unticked. */
function toggled(draft: LookDraft, preset: Preset | null): Partial<LookDraft> {
  if (!preset) return { gridPresetIds: [], presetId: null };
  const known = draft.gridPresetIds.length > 0 ? draft.gridPresetIds : chosenAlone(draft);
  const isOff = known.includes(preset.id);
  const gridPresetIds = isOff ? known.filter((id) => id !== preset.id) : [...known, preset.id];
  return { gridPresetIds, presetId: gridPresetIds[0] ?? null };
}

type PromptBoxProps = {
  draft: LookDraft;
  preset: Preset | null;
  isSeveral: boolean;
  onTyped(typed: string): void;
};

function PromptBox({ draft, preset, isSeveral, onTyped }: PromptBoxProps) {
  const id = useId();
  return (
    <div>
      <label class={styles.label} for={id}>
        {isSeveral ? words.promptWithSeveral : preset ? words.promptWithPreset(preset.name) : words.prompt}
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
