import { panelWords } from '#shared/i18n/en/panel.ts';
import { ErrorNotice, type ErrorNoticeHandlers } from '#shared/ui/feedback/error-notice.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import type { ConnectionCheck } from '#shared/ui/settings/connection-form.ts';

const words = panelWords.connect;

/** How the test of a connection went: what was found, or what is wrong and who can mend it. */
export function CheckResult({ check, ...handlers }: ErrorNoticeHandlers & { check: ConnectionCheck | null }) {
  if (check?.state === 'failed') return <ErrorNotice {...check} {...handlers} />;
  if (check?.state !== 'ok') return null;
  return (
    <Notice tone="success">
      <strong>{words.connected(check.name)}</strong>
      <p>
        {check.gpu && words.gpu(check.gpu)} {check.inputs.length > 0 && words.inputs(check.inputs)}
      </p>
    </Notice>
  );
}
