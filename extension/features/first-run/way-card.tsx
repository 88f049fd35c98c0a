import type { ComponentType } from 'preact';
import styles from './ways.module.css';

type WayCardProps = {
  icon: ComponentType;
  label: string;
  means: string;
  /** What it says while it is at work. */
  busy?: string;
  isBusy?: boolean;
  /** Whether its form is open; left out where it has none and acts at once. */
  isOpen?: boolean;
  onChoose: () => void;
};

export function WayCard({ icon: Icon, label, means, busy, isBusy = false, isOpen, onChoose }: WayCardProps) {
  return (
    <button
      type="button"
      class={styles.card}
      aria-expanded={isOpen}
      aria-busy={isBusy}
      onClick={() => !isBusy && onChoose()}
    >
      <span class={styles.icon}>
        <Icon />
      </span>
      <span class={styles.label}>{isBusy ? busy : label}</span>
      <span class={styles.means}>{means}</span>
    </button>
  );
}
