import { panelWords } from '#shared/i18n/en/panel.ts';
import { webAppWords as words } from '#shared/i18n/en/web-app.ts';
import { errorDetails } from '#shared/i18n/error-words.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { ErrorNotice } from '#shared/ui/feedback/error-notice.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import type { useConnection } from '../connection/use-connection.ts';
import { studioErrorWords } from '../error-words.ts';
import styles from './page.module.css';

type NoticesProps = {
  connection: ReturnType<typeof useConnection>;
  /** Whether nothing was ever sent from here: before that it is said where pictures go. */
  isNew: boolean;
};

/** What has to be known before the panel is of use. */
export function Notices({ connection: { offered, problem, settle }, isNew }: NoticesProps) {
  const isWithout = offered !== null && offered.chosen === null;
  return (
    <div class={styles.notices}>
      {problem && (
        <ErrorNotice
          error={problem}
          words={studioErrorWords(problem)}
          onAction={() => settle(problem)}
          onCopyDetails={(error) => void navigator.clipboard.writeText(errorDetails(error))}
        />
      )}
      {isWithout && !problem && (
        <Notice>
          <strong>{words.noWorkflow}</strong>
          <p>{words.noWorkflowAdvice}</p>
          <Button onClick={() => settle(null)}>{words.lookAgain}</Button>
        </Notice>
      )}
      {isNew && !isWithout && <Notice>{panelWords.connect.privacy}</Notice>}
    </div>
  );
}
