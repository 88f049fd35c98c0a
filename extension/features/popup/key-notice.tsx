import type { Connection } from '#shared/connection/connection.ts';
import { keyValidity } from '#shared/engines/comfydeploy/api-key.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import styles from './connect-first.module.css';

type KeyNoticeProps = { connection: Connection | undefined; onRenew: () => void };

/** Says that a key of a browser login is about to end, before a run fails by it. */
export function KeyNotice({ connection, onRenew }: KeyNoticeProps) {
  if (connection?.engine !== 'comfydeploy') return null;
  const validity = keyValidity({ expiresAtMs: connection.keyExpiresAtMs ?? null }, Date.now());
  if (validity !== 'expires-soon' && validity !== 'expired') return null;
  return (
    <div class={styles.notice}>
      <Notice>
        <p>{popupWords.key[validity]}</p>
        <Button onClick={onRenew}>{popupWords.renewKey}</Button>
      </Notice>
    </div>
  );
}
