import { useState } from 'preact/hooks';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import styles from './show-on-page.module.css';
import type { ShownOnPage } from './use-shown.ts';

type ShowOnPageProps = { jobId: string } & Pick<ShownOnPage, 'showAgain'>;

/** Lays a result over its picture on the page beside the panel, where it stays until the page is loaded anew. */
export function ShowOnPage({ jobId, showAgain }: ShowOnPageProps) {
  const [isGone, setGone] = useState(false);
  const show = async () => setGone(!(await showAgain(jobId)));
  return (
    <div class={styles.show}>
      <Button onClick={() => void show()}>{popupWords.showOnPage}</Button>
      {isGone && (
        <p role="status" class={styles.gone}>
          {popupWords.pageGone}
        </p>
      )}
    </div>
  );
}
