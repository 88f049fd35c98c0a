import { CheckIcon, PromptIcon, SavePresetIcon } from '#shared/ui/icons/icons.tsx';
import styles from './preset-picker.module.css';

type PresetChipProps = {
  /** Name of the radio group; without one it is a checkbox. */
  group?: string;
  checked: boolean;
  label: string;
  description: string;
  url: string | null;
  /** The choice of no preset at all, which is no preset that lacks a picture. */
  isNone?: boolean;
  onChoose(): void;
};

/** A native radio button or checkbox that looks like a picture: keys, groups and right-to-left come with it. */
export function PresetChip(props: PresetChipProps) {
  const { group, checked, label, description, url, isNone = false, onChoose } = props;
  const kind = group === undefined ? { type: 'checkbox' } : { type: 'radio', name: group };
  const OwnIcon = isNone ? PromptIcon : SavePresetIcon;
  return (
    <label class={styles.chip} title={description}>
      <input {...kind} class={styles.radio} checked={checked} onChange={onChoose} />
      <span class={styles.picture} data-own={!url && !isNone}>
        {url ? <img loading="lazy" class={styles.image} src={url} alt="" /> : <OwnIcon />}
        {checked && group === undefined && (
          <span class={styles.tick}>
            <CheckIcon />
          </span>
        )}
      </span>
      <span class={styles.name} dir="auto">
        {label}
      </span>
    </label>
  );
}
