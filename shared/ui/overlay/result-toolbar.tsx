import type { ComponentType } from 'preact';
import { captureWords } from '#shared/i18n/en/capture.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import {
  CloseIcon,
  CompareIcon,
  CopyIcon,
  DownloadIcon,
  PlainFileIcon,
  RetryIcon,
  SendIcon,
} from '#shared/ui/icons/icons.tsx';
import styles from './result-toolbar.module.css';

const words = panelWords.result;

type ResultToolbarProps = {
  /** News for everybody: `Copied`, `Saved as coffee-watercolour.png`. */
  status?: string | null;
  /** All that can be said about it, for who points at it. */
  statusHint?: string | undefined;
  /** Whether the compare slider is shown. */
  comparing: boolean;
  onCompare(comparing: boolean): void;
  onDownload(): void;
  /** Downloads the pixels alone, without a word of how they were made. */
  onCleanCopy?: (() => void) | undefined;
  onCopy(): void;
  /** Opens the panel filled in; nothing is spent by one click on a page. */
  onRetry(): void;
  /** Where the picture may be had larger. */
  larger?: { hint: string; onUse(): void } | undefined;
  onSend?: (() => void) | undefined;
  onClose(): void;
};

export function ResultToolbar(props: ResultToolbarProps) {
  const { status = null, statusHint, comparing, larger, onSend, onCleanCopy, ...on } = props;
  return (
    <section class={styles.toolbar} aria-label={words.toolbar}>
      <Tool
        label={words.compare}
        icon={CompareIcon}
        pressed={comparing}
        onClick={() => on.onCompare(!comparing)}
      />
      <Tool label={words.download} icon={DownloadIcon} onClick={on.onDownload} />
      {onCleanCopy && <Tool label={words.clean} icon={PlainFileIcon} onClick={onCleanCopy} />}
      <Tool label={words.copy} icon={CopyIcon} onClick={on.onCopy} />
      <Tool label={words.again} icon={RetryIcon} onClick={on.onRetry} />
      {larger && (
        <button type="button" class={styles.tool} title={larger.hint} onClick={larger.onUse}>
          {captureWords.larger}
        </button>
      )}
      {onSend && <Tool label={words.send} icon={SendIcon} onClick={onSend} />}
      <p class={styles.status} role="status" title={statusHint ?? status ?? undefined}>
        {status}
      </p>
      <Tool label={words.close} icon={CloseIcon} onClick={on.onClose} />
    </section>
  );
}

type ToolProps = { label: string; icon: ComponentType; pressed?: boolean; onClick(): void };

/** An icon, with its word beside it where the strip has room. */
function Tool({ label, icon: Icon, pressed, onClick }: ToolProps) {
  return (
    <button type="button" class={styles.tool} aria-pressed={pressed} title={label} onClick={onClick}>
      <Icon />
      <span class={styles.word}>{label}</span>
    </button>
  );
}
