import { useId } from 'preact/hooks';
import { batchWords } from '#shared/i18n/en/batch.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { PresetChip } from '#shared/ui/presets/preset-chip.tsx';
import { PresetGroups } from '#shared/ui/presets/preset-groups.tsx';
import text from '../text.module.css';
import styles from './preset-picker.module.css';

const words = batchWords.presets;

type PresetChecksProps = {
  presets: readonly Preset[];
  /** `null` among them: no preset, only the person's own prompt. */
  selectedIds: readonly (string | null)[];
  onSelect(presetIds: readonly (string | null)[]): void;
  /** Address of a preset's illustration, `null` when it has none. */
  pictureUrl(preset: Preset): string | null;
};

/** Presets of which any number can be chosen. */
export function PresetChecks({ presets, selectedIds, onSelect, pictureUrl }: PresetChecksProps) {
  const id = useId();
  const inOrder = [null, ...presets.map((preset) => preset.id)];
  const toggle = (presetId: string | null) => {
    const isChosen = (each: string | null) => selectedIds.includes(each) !== (each === presetId);
    onSelect(inOrder.filter(isChosen));
  };
  const check = (presetId: string | null) => ({
    checked: selectedIds.includes(presetId),
    onChoose: () => toggle(presetId),
  });
  return (
    <div>
      <div class={styles.head}>
        <h3 id={id}>{words.legend}</h3>
        <p id={`${id}-note`} class={text.quiet}>
          {words.many}
        </p>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend could not stand beside its hint. */}
      <div role="group" aria-labelledby={id} aria-describedby={`${id}-note`}>
        <PresetGroups
          presets={presets}
          first={
            <PresetChip {...check(null)} label={words.none} description={words.noneMeans} url={null} isNone />
          }
        >
          {(preset) => (
            <PresetChip
              {...check(preset.id)}
              key={preset.id}
              label={preset.name}
              description={preset.description}
              url={pictureUrl(preset)}
            />
          )}
        </PresetGroups>
      </div>
    </div>
  );
}
