import { useEffect, useState } from 'preact/hooks';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import { webAppWords as words } from '#shared/i18n/en/web-app.ts';
import { errorDetails } from '#shared/i18n/error-words.ts';
import { ErrorNotice } from '#shared/ui/feedback/error-notice.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { studioErrorWords } from '../error-words.ts';
import { readMember, type SignedIn } from '../platform/relay.ts';
import { App } from './app.tsx';
import styles from './page.module.css';

/** Who is here, before anything else. The relay asks strangers to sign in before this page is ever loaded. */
export function Entry() {
  const [member, setMember] = useState<SignedIn | null>(null);
  const [problem, setProblem] = useState<ErrorData | null>(null);
  useEffect(() => {
    if (isSecureContext) readMember().then(setMember, (error) => setProblem(toErrorData(error)));
  }, []);
  if (member) return <App member={member} />;
  return (
    <main class={styles.page}>
      <div class={styles.notices}>
        <h1 class={styles.name}>{words.title}</h1>
        {!isSecureContext && <Notice tone="error">{words.needsHttps}</Notice>}
        {problem ? (
          <ErrorNotice
            error={problem}
            words={studioErrorWords(problem)}
            onAction={() => location.reload()}
            onCopyDetails={(error) => void navigator.clipboard.writeText(errorDetails(error))}
          />
        ) : (
          isSecureContext && <p role="status">{words.loading}</p>
        )}
      </div>
    </main>
  );
}
