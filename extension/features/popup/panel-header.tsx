import { popupWords } from '#shared/i18n/en/popup.ts';
import styles from './panel-header.module.css';

/** The product's name, and the ways to its studio and its settings. */
export function PanelHeader({ onStudio, onSettings }: { onStudio: () => void; onSettings: () => void }) {
  return (
    <header class={styles.header}>
      <img src="/icon/32.png" alt="" width={20} height={20} />
      <h1 class={styles.name}>{popupWords.title}</h1>
      <button type="button" class={styles.settings} onClick={onStudio}>
        {popupWords.studio}
      </button>
      <button type="button" class={styles.settings} onClick={onSettings}>
        {popupWords.settings}
      </button>
    </header>
  );
}
