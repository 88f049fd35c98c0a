import { popupWords } from '#shared/i18n/en/popup.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import styles from './connect-first.module.css';

/** Stands above the panel until there is a workflow to run. */
export function ConnectFirst({ onConnect }: { onConnect: () => void }) {
  return (
    <div class={styles.notice}>
      <Notice>
        <div class={styles.row}>
          <p>{popupWords.connectFirst}</p>
          <Button kind="primary" onClick={onConnect}>
            {popupWords.connect}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
