import { EyeIcon } from '#shared/ui/icons/icons.tsx';
import type { Held } from '#shared/ui/pictures/use-held.ts';
import styles from './hold-button.module.css';

/** Lies in a corner of a picture; works as long as it is held down. */
export function HoldButton({ label, held }: { label: string; held: Held }) {
  return (
    <button type="button" class={styles.button} {...held.keys} {...held.pointer}>
      <EyeIcon />
      <span class={styles.words}>{label}</span>
    </button>
  );
}
