import type { RefObject } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { panelWords } from '#shared/i18n/en/panel.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { PromptIcon } from '#shared/ui/icons/icons.tsx';
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

/** Native radio buttons that look like pictures: arrow keys, groups and right-to-left come with them. */
export function PresetPicker({
  presets,
  selectedId,
  onSelect,
  pictureUrl,
  withoutNone = false,
}: PresetPickerProps) {
  const name = useId();
  const row = useRef<HTMLDivElement>(null);
  useShownChoice(row);
  const choice = (id: string | null) => ({ name, checked: id === selectedId, onSelect: () => onSelect(id) });
  return (
    <div>
      <div class={styles.head}>
        <h2 id={name}>{words.legend}</h2>
        <p id={`${name}-note`} class={text.quiet}>
          {words.illustrated}
        </p>
      </div>
      <div
        ref={row}
        class={styles.chips}
        role="radiogroup"
        aria-labelledby={name}
        aria-describedby={`${name}-note`}
      >
        {!withoutNone && (
          <Chip {...choice(null)} label={words.none} description={words.noneMeans} url={null} />
        )}
        {presets.map((preset) => (
          <Chip
            {...choice(preset.id)}
            key={preset.id}
            label={preset.name}
            description={preset.description}
            url={pictureUrl(preset)}
          />
        ))}
      </div>
    </div>
  );
}

/** Brings the choice that the panel opens with into sight, and moves nothing but its row. */
function useShownChoice(row: RefObject<HTMLDivElement>) {
  useEffect(() => {
    const chip = row.current?.querySelector(':checked')?.parentElement?.getBoundingClientRect();
    const frame = row.current?.getBoundingClientRect();
    if (!chip || !frame) return;
    const isHidden = chip.left < frame.left || chip.right > frame.right;
    if (isHidden) row.current?.scrollBy({ left: (chip.left + chip.right - frame.left - frame.right) / 2 });
  }, [row]);
}

type ChipProps = {
  name: string;
  checked: boolean;
  label: string;
  description?: string;
  url: string | null;
  onSelect(): void;
};

function Chip({ name, checked, label, description, url, onSelect }: ChipProps) {
  return (
    <label class={styles.chip} title={description}>
      <input class={styles.radio} type="radio" name={name} checked={checked} onChange={onSelect} />
      <span class={styles.picture}>
        {url ? <img class={styles.image} src={url} alt="" /> : <PromptIcon />}
      </span>
      <span class={styles.name}>{label}</span>
    </label>
  );
}
