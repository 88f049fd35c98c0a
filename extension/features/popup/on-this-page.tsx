import { useEffect, useState } from 'preact/hooks';
import { popupWords } from '#shared/i18n/en/popup.ts';
import type { Job } from '#shared/jobs/job.ts';
import { titleOf } from '#shared/jobs/title-of-job.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { useHeld } from '#shared/ui/pictures/use-held.ts';
import { downloadDataUrl } from '../../platform/views/keep-picture.ts';
import styles from './on-this-page.module.css';
import type { ShownOnPage } from './use-shown.ts';

const words = popupWords.onThisPage;

/** Which results lie on the page beside the panel, with a look at the page before and a picture of it now. */
export function OnThisPage({ jobs, on }: { jobs: readonly Job[]; on: ShownOnPage }) {
  const { jobIds, peek, photograph } = on;
  const [status, setStatus] = useState<string | null>(null);
  const { held, keys, pointer } = useHeld();
  const shown = jobs.filter(({ id, stage }) => stage.name === 'done' && jobIds.includes(id));
  useEffect(() => peek(held), [held]);
  if (shown.length === 0) return null;

  const keep = async () => {
    const dataUrl = await photograph().catch(() => null);
    setStatus(dataUrl ? words.saved(downloadDataUrl(dataUrl, words.fileName)) : words.notTaken);
  };
  return (
    <section class={styles.page} aria-labelledby="on-this-page">
      <h2 id="on-this-page">{words.title(shown.length)}</h2>
      <ul class={styles.list}>
        {shown.map((job) => (
          <li key={job.id}>{titleOf(job)}</li>
        ))}
      </ul>
      <div class={styles.buttons}>
        <button type="button" class={styles.hold} aria-pressed={held} {...keys} {...pointer}>
          {words.hold}
        </button>
        <Button onClick={() => void keep()}>{words.photograph}</Button>
      </div>
      <p role="status" class={styles.status}>
        {status}
      </p>
    </section>
  );
}
