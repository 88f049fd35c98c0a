import { Button, IconWarning16 } from '@create-figma-plugin/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorData } from '#shared/errors/app-error.ts';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { ErrorAction } from '#shared/i18n/error-text.ts';
import { errorDetails } from '#shared/i18n/error-words.ts';
import { copyText } from '../platform/copy-text.ts';
import styles from './error-notice.module.css';
import { type ErrorPlace, pluginErrorWords } from './plugin-error-words.ts';

export type OtherWay = { label: string; take(): void };

type ErrorNoticeProps = {
  error: ErrorData;
  place: ErrorPlace;
  onAction(action: ErrorAction): void;
  otherWay?: OtherWay | null;
};

/** What happened, what it means, and the button that helps. Details can be copied for an admin. */
export function ErrorNotice({ error, place, onAction, otherWay = null }: ErrorNoticeProps) {
  const words = pluginErrorWords(error, place);
  const { other } = words;
  const act = (action: ErrorAction) => {
    if (action === 'open-address' && error.origin) window.open(error.origin, '_blank', 'noopener');
    else onAction(action);
  };
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.scrollIntoView({ block: 'nearest' }), [error]);
  return (
    <div ref={notice} class={styles.notice} role="alert">
      <strong class={styles.title}>
        <span class={styles.icon}>
          <IconWarning16 />
        </span>
        {words.title}
      </strong>
      <p class={styles.advice}>{words.advice}</p>
      <div class={styles.buttons}>
        {words.action !== 'copy-details' && (
          <Button secondary onClick={() => act(words.action)}>
            {words.button}
          </Button>
        )}
        {other && (
          <Button secondary onClick={() => act(other.action)}>
            {other.button}
          </Button>
        )}
        {otherWay && (
          <Button secondary onClick={otherWay.take}>
            {otherWay.label}
          </Button>
        )}
        <CopyDetails error={error} />
      </div>
    </div>
  );
}

function CopyDetails({ error }: { error: ErrorData }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = () => setIsCopied(copyText(errorDetails(error)));
  return (
    <button type="button" class={styles.copy} onClick={copy}>
      {isCopied ? figmaWords.jobs.copied : figmaWords.jobs.copyDetails}
    </button>
  );
}
