import { panelWords } from '#shared/i18n/en/panel.ts';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import { ProgressBar } from '#shared/ui/feedback/progress-bar.tsx';
import { CloseIcon } from '#shared/ui/icons/icons.tsx';
import styles from './progress-chip.module.css';

type ProgressChipProps = {
  words: string;
  /** 0..1, `null` while nobody can say. */
  progressRatio: number | null;
  /** What the picture looks like so far; left out where nobody shows it. */
  previewUrl?: string | null;
  onCancel(): void;
};

/** How a picture of a page is doing, in a card beside it. */
export function ProgressChip({ words, progressRatio, previewUrl = null, onCancel }: ProgressChipProps) {
  return (
    <div class={styles.chip}>
      {previewUrl && <img class={styles.preview} src={previewUrl} alt="" />}
      <div class={styles.facts}>
        <p role="status">{words}</p>
        <ProgressBar words={words} ratio={progressRatio} />
      </div>
      <IconButton label={panelWords.jobs.cancel} onClick={onCancel}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}
