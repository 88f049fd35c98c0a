import type { ErrorData } from '#shared/errors/app-error.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import type { ErrorAction, ErrorText } from '#shared/i18n/error-text.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import styles from './error-notice.module.css';

/** An error with the words for it, from `errorWords(error)`. */
export type Problem = { error: ErrorData; words: ErrorText };

export type ErrorNoticeHandlers = {
  /** The one button that helps was pressed. */
  onAction(action: ErrorAction): void;
  onCopyDetails(error: ErrorData): void;
};

export function ErrorNotice(props: Problem & ErrorNoticeHandlers) {
  const { error, words, onAction, onCopyDetails } = props;
  const { other } = words;
  const onlyCopies = words.action === 'copy-details';
  const help = () => (onlyCopies ? onCopyDetails(error) : onAction(words.action));
  return (
    <Notice tone="error">
      <strong>{words.title}</strong>
      <p>{words.advice}</p>
      <div class={styles.buttons}>
        <Button onClick={help}>{words.button}</Button>
        {other && (
          <button type="button" class={styles.details} onClick={() => onAction(other.action)}>
            {other.button}
          </button>
        )}
        {!onlyCopies && (
          <button type="button" class={styles.details} onClick={() => onCopyDetails(error)}>
            {panelWords.error.copyDetails}
          </button>
        )}
      </div>
    </Notice>
  );
}
