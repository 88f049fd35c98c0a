import type { RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { panelWords } from '#shared/i18n/en/panel.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { PresetChip } from '#shared/ui/presets/preset-chip.tsx';
import { PresetGroups } from '#shared/ui/presets/preset-groups.tsx';
import text from '../text.module.css';
import styles from './preset-picker.module.css';

const words = panelWords.presets;

export type PresetPickerProps = {
  presets: readonly Preset[];
  /** `null`: no preset, only the person's own prompt. */
  selectedId: string | null;
  onSelect(presetId: string | null): void;
  /** Address of a preset's illustration, `null` when it has none. */
  pictureUrl(preset: Preset): string | null;
  /** Where a preset has to be chosen. */
  withoutNone?: boolean;
};

/** One row to leaf through, the best known first; all of them by family, with search, when asked for. */
export function PresetPicker({
  presets,
  selectedId,
  onSelect,
  pictureUrl,
  withoutNone = false,
}: PresetPickerProps) {
  const name = useId();
  const [isOpen, setOpen] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  useShownChoice(row, isOpen);
  const choice = (id: string | null) => ({
    group: name,
    checked: id === selectedId,
    onChoose: () => onSelect(id),
  });
  const none = !withoutNone && (
    <PresetChip {...choice(null)} label={words.none} description={words.noneMeans} url={null} isNone />
  );
  const chip = (preset: Preset) => (
    <PresetChip
      {...choice(preset.id)}
      key={preset.id}
      label={preset.name}
      description={preset.description}
      url={pictureUrl(preset)}
    />
  );
  return (
    <div>
      <div class={styles.head}>
        <h2 id={name}>{words.legend}</h2>
        <p id={`${name}-note`} class={text.quiet}>
          {words.illustrated}
        </p>
        <Button kind="link" expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.fewer : words.all(presets.length)}
        </Button>
      </div>
      <div
        ref={row}
        class={isOpen ? undefined : styles.chips}
        role="radiogroup"
        aria-labelledby={name}
        aria-describedby={`${name}-note`}
      >
        {isOpen ? (
          <PresetGroups presets={presets} first={none}>
            {chip}
          </PresetGroups>
        ) : (
          <>
            {none}
            {presets.map(chip)}
          </>
        )}
      </div>
    </div>
  );
}

/** Brings the choice that the row opens with into sight, and moves nothing but the row. */
function useShownChoice(row: RefObject<HTMLDivElement>, isOpen: boolean) {
  useEffect(() => {
    const chip = row.current?.querySelector(':checked')?.parentElement?.getBoundingClientRect();
    const frame = row.current?.getBoundingClientRect();
    if (isOpen || !chip || !frame) return;
    const isHidden = chip.left < frame.left || chip.right > frame.right;
    if (isHidden) row.current?.scrollBy({ left: (chip.left + chip.right - frame.left - frame.right) / 2 });
  }, [row, isOpen]);
}
