import { useEffect, useRef, useState } from 'preact/hooks';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { sharingWords } from '#shared/i18n/en/sharing.ts';
import { webAppWords } from '#shared/i18n/en/web-app.ts';
import type { Job } from '#shared/jobs/job.ts';
import { titleOf } from '#shared/jobs/title-of-job.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import { CloseIcon } from '#shared/ui/icons/icons.tsx';
import { BeforeAfter } from '#shared/ui/pictures/before-after.tsx';
import { useBlobUrl } from '#shared/ui/pictures/use-blob-url.ts';
import text from '#shared/ui/text.module.css';
import { canShareFiles } from '#shared/web/share-files.ts';
import type { Services } from '../platform/services.ts';
import { handOut } from './hand-out.ts';
import styles from './result-dialog.module.css';

const words = webAppWords.result;

type ResultDialogProps = { job: Job; services: Services; onClose(): void };

/** A result as large as the window lets it be, over its original. */
export function ResultDialog({ job, services, onClose }: ResultDialogProps) {
  const [news, setNews] = useState<string | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const result = job.stage.name === 'done' ? job.stage.result : null;
  const beforeUrl = useBlobUrl(services, job.recipe.sourceKey || null);
  const afterUrl = useBlobUrl(services, result?.key ?? null);
  useEffect(() => dialog.current?.showModal(), []);
  if (!result) return null;

  const out = handOut(job, services);
  const say = (doing: Promise<string | null>, failure: string) =>
    void doing.catch(() => failure).then(setNews);
  const title = titleOf(job);
  return (
    <dialog ref={dialog} class={styles.dialog} aria-label={title} onClose={onClose}>
      <header class={styles.head}>
        <h2 class={styles.title} dir="auto">
          {title}
        </h2>
        <IconButton label={words.close} onClick={() => dialog.current?.close()}>
          <CloseIcon />
        </IconButton>
      </header>
      <div class={styles.stage}>
        <div class={styles.picture} style={{ '--aspect': result.widthPx / result.heightPx }}>
          {beforeUrl && afterUrl && <BeforeAfter beforeUrl={beforeUrl} afterUrl={afterUrl} label={title} />}
        </div>
      </div>
      <footer class={styles.foot}>
        <p class={text.quiet} role="status">
          {news}
        </p>
        {canShareFiles() && (
          <Button onClick={() => say(out.share(), sharingWords.refused)}>{words.share}</Button>
        )}
        <Button kind="primary" onClick={() => say(out.download('noted'), popupWords.lost)}>
          {words.download}
        </Button>
      </footer>
    </dialog>
  );
}
