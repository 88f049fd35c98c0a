import { useEffect, useState } from 'preact/hooks';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import { isHandoffCode, readHandoffCode } from '#shared/handoff/handoff-code.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import type { Services } from '../../platform/services.ts';
import { takeHandoff } from '../../platform/take-handoff.ts';
import { openPage, panelPath } from '../../platform/views/open-page.ts';
import styles from './handoff-taker.module.css';

/** Pasted anywhere in the studio, a picture from Figma is opened in the panel, where it can be run. */
export function HandoffTaker({ services }: { services: Services }) {
  const [problem, setProblem] = useState<ErrorData | null>(null);
  useEffect(() => {
    const take = async (code: string) => {
      setProblem(null);
      try {
        await takeHandoff(readHandoffCode(code), services.blobs);
        await openPage(`${panelPath}?tab`);
      } catch (error) {
        setProblem(toErrorData(error));
      }
    };
    const onPaste = (event: ClipboardEvent) => {
      const code = event.clipboardData?.getData('text/plain') ?? '';
      if (!isHandoffCode(code)) return;
      event.preventDefault();
      void take(code);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [services]);
  if (!problem) return null;
  const { title, advice } = errorWords(problem);
  return (
    <div class={styles.problem}>
      <Notice tone="error">
        <p>
          <strong>{title}</strong>
        </p>
        <p>{advice}</p>
      </Notice>
    </div>
  );
}
