import { panelWords } from '#shared/i18n/en/panel.ts';
import { webAppWords as words } from '#shared/i18n/en/web-app.ts';
import { errorDetails } from '#shared/i18n/error-words.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { ErrorNotice } from '#shared/ui/feedback/error-notice.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import type { useConnection } from '../connection/use-connection.ts';
import { WorkflowChoice } from '../connection/workflow-choice.tsx';
import { studioErrorWords } from '../error-words.ts';
import styles from './page.module.css';

type NoticesProps = {
  connection: ReturnType<typeof useConnection>;
  /** Whether nothing was ever sent from here: before that it is said where pictures go. */
  isNew: boolean;
};

/** What has to be known before the panel is of use. */
export function Notices({ connection: { offered, problem, look, choose }, isNew }: NoticesProps) {
  const isWithout = offered !== null && offered.chosen === null;
  const help = () => (problem?.code === 'unauthorized' ? location.reload() : look());
  return (
    <div class={styles.notices}>
      {problem && (
        <ErrorNotice
          error={problem}
          words={studioErrorWords(problem)}
          onAction={help}
          onCopyDetails={(error) => void navigator.clipboard.writeText(errorDetails(error))}
        />
      )}
      {isWithout && !problem && (
        <Notice>
          <strong>{words.noWorkflow}</strong>
          <p>{words.noWorkflowAdvice}</p>
          <Button onClick={look}>{words.lookAgain}</Button>
        </Notice>
      )}
      {isNew && !isWithout && <Notice>{panelWords.connect.privacy}</Notice>}
      {offered && <WorkflowChoice offered={offered} onChoose={choose} />}
    </div>
  );
}
