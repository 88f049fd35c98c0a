import { CheckIcon, PromptIcon } from '#shared/ui/icons/icons.tsx';
import styles from './preset-picker.module.css';

type PresetChipProps = {
  /** Name of the radio group; without one it is a checkbox. */
  group?: string;
  checked: boolean;
  label: string;
  description: string;
  url: string | null;
  onChoose(): void;
};

/** A native radio button or checkbox that looks like a picture: keys, groups and right-to-left come with it. */
export function PresetChip({ group, checked, label, description, url, onChoose }: PresetChipProps) {
  const kind = group === undefined ? { type: 'checkbox' } : { type: 'radio', name: group };
  return (
    <label class={styles.chip} title={description}>
      <input {...kind} class={styles.radio} checked={checked} onChange={onChoose} />
      <span class={styles.picture}>
        {url ? <img class={styles.image} src={url} alt="" loading="lazy" /> : <PromptIcon />}
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
