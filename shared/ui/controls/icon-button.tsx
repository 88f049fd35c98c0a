import type { ComponentChildren } from 'preact';
import styles from './icon-button.module.css';

type IconButtonProps = {
  /** Its name for screen readers, and its tooltip. */
  label: string;
  /** For a button that switches something: whether it is on. */
  pressed?: boolean | undefined;
  onClick(): void;
  children: ComponentChildren;
};

export function IconButton({ label, pressed, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      class={styles.button}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
