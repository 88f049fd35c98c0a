import { figmaWords } from '#shared/i18n/en/figma.ts';
import link from '../files/file-link.module.css';
import styles from './samples-line.module.css';

const words = figmaWords.samples;

/** Says at all times that nobody's model makes these pictures, and where to get one. */
export function SamplesLine({ onConnect }: { onConnect(): void }) {
  return (
    <p class={styles.line}>
      <span>{words.notice}</span>
      <button type="button" class={link.action} onClick={onConnect}>
        {words.connect}
      </button>
    </p>
  );
}
