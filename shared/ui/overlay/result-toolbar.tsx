import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { captureWords } from '#shared/i18n/en/capture.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import {
  CloseIcon,
  CompareIcon,
  CopyIcon,
  CropIcon,
  DownloadIcon,
  MoreIcon,
  PlainFileIcon,
  RetryIcon,
  SendIcon,
  TargetIcon,
} from '#shared/ui/icons/icons.tsx';
import styles from './result-toolbar.module.css';

const words = panelWords.result;

type ResultToolbarProps = ToolsProps &
  OffersProps & {
    /** News for everybody: `Copied`, `Saved as coffee-watercolour.png`. */
    status?: string | null;
    /** All that can be said about it, for who points at it. */
    statusHint?: string | undefined;
    onClose(): void;
  };

/** The strip under a result. What is wanted less often takes the tools' place, for a strip is as narrow as its picture. */
export function ResultToolbar(props: ResultToolbarProps) {
  const { status = null, statusHint, onClose } = props;
  const [hasMore, setMore] = useState(false);
  return (
    <section class={styles.toolbar} aria-label={words.toolbar}>
      {hasMore ? <Offers {...props} /> : <Tools {...props} />}
      <Tool
        label={words.more}
        icon={MoreIcon}
        expanded={hasMore}
        onClick={() => setMore((isOpen) => !isOpen)}
      />
      <p class={styles.status} role="status" title={statusHint ?? status ?? undefined}>
        {status}
      </p>
      <Tool label={words.close} icon={CloseIcon} onClick={onClose} />
    </section>
  );
}

type ToolsProps = {
  /** Whether the compare slider is shown. */
  comparing: boolean;
  onCompare(comparing: boolean): void;
  onDownload(): void;
  onCopy(): void;
  /** Opens the panel filled in; nothing is spent by one click on a page. */
  onRetry(): void;
};

function Tools({ comparing, ...on }: ToolsProps) {
  return (
    <>
      <Tool
        label={words.compare}
        icon={CompareIcon}
        pressed={comparing}
        onClick={() => on.onCompare(!comparing)}
      />
      <Tool label={words.download} icon={DownloadIcon} onClick={on.onDownload} />
      <Tool label={words.copy} icon={CopyIcon} onClick={on.onCopy} />
      <Tool label={words.again} icon={RetryIcon} onClick={on.onRetry} />
    </>
  );
}

type OffersProps = {
  /** Hands the result over to Figma. */
  onSend?: (() => void) | undefined;
  /** Downloads the pixels alone, without a word of how they were made. */
  onCleanCopy?: (() => void) | undefined;
  /** Where the picture may be had larger. */
  larger?: { hint: string; onUse(): void } | undefined;
  /** Another picture of the page was meant. */
  onPickAnother?: (() => void) | undefined;
  /** Only a part of the picture was meant. */
  onCrop?: (() => void) | undefined;
};

/** About the picture that was taken, and beside what is said of it. */
function Offers({ larger, onPickAnother, onCrop, onCleanCopy, onSend }: OffersProps) {
  return (
    <>
      {onSend && <Tool label={words.send} icon={SendIcon} onClick={onSend} />}
      {larger && (
        <button
          type="button"
          class={`${styles.tool} ${styles.words}`}
          title={larger.hint}
          onClick={larger.onUse}
        >
          {captureWords.larger}
        </button>
      )}
      {onPickAnother && <Tool label={words.pickAnother} icon={TargetIcon} onClick={onPickAnother} />}
      {onCrop && <Tool label={words.crop} icon={CropIcon} onClick={onCrop} />}
      {onCleanCopy && <Tool label={words.clean} icon={PlainFileIcon} onClick={onCleanCopy} />}
    </>
  );
}

type ToolProps = {
  label: string;
  icon: ComponentType;
  pressed?: boolean;
  expanded?: boolean;
  onClick(): void;
};

/** An icon, with its word beside it where the strip has room. */
function Tool({ label, icon: Icon, pressed, expanded, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class={styles.tool}
      aria-pressed={pressed}
      aria-expanded={expanded}
      title={label}
      onClick={onClick}
    >
      <Icon />
      <span class={styles.word}>{label}</span>
    </button>
  );
}
