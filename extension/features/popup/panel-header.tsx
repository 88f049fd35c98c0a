import { popupWords } from '#shared/i18n/en/popup.ts';
import styles from './panel-header.module.css';

type PanelHeaderProps = {
  /** Whether there are pictures further down. */
  hasRecent: boolean;
  onStudio: () => void;
  onSettings: () => void;
};

/** The product's name, and the ways to its pictures, its studio and its settings. */
export function PanelHeader({ hasRecent, onStudio, onSettings }: PanelHeaderProps) {
  return (
    <header class={styles.header}>
      <img src="/icon/32.png" alt="" width={20} height={20} />
      <h1 class={styles.name}>{popupWords.title}</h1>
      {hasRecent && (
        <a class={styles.way} href="#recent">
          {popupWords.toRecent}
        </a>
      )}
      <button type="button" class={styles.way} onClick={onStudio}>
        {popupWords.studio}
      </button>
      <button type="button" class={styles.way} onClick={onSettings}>
        {popupWords.settings}
      </button>
    </header>
  );
}
