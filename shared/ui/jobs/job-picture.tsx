import { panelWords } from '#shared/i18n/en/panel.ts';
import { PictureIcon } from '#shared/ui/icons/icons.tsx';
import type { JobView } from '#shared/ui/jobs/job-view.ts';
import { BeforeAfter } from '#shared/ui/pictures/before-after.tsx';
import styles from './job-picture.module.css';

type JobPictureProps = { job: JobView; isLarge: boolean; isComparing: boolean; onOpen(): void };

/** The source, then what it looks like so far, then the result: one place for all three. */
export function JobPicture({ job, isLarge, isComparing, onOpen }: JobPictureProps) {
  const { thumbnailUrl, previewUrl, resultUrl, resultSize, title } = job;
  const url = resultUrl ?? previewUrl ?? thumbnailUrl;
  const aspect = resultSize ? resultSize.widthPx / resultSize.heightPx : 1;
  const label = panelWords.jobs.open(title);
  return (
    <div
      class={styles.picture}
      data-state={job.state}
      data-large={isLarge}
      data-preview={!resultUrl && previewUrl !== null}
      style={{ '--aspect': aspect }}
    >
      {isComparing && thumbnailUrl && resultUrl ? (
        <BeforeAfter beforeUrl={thumbnailUrl} afterUrl={resultUrl} label={title} />
      ) : job.state === 'done' ? (
        <button type="button" class={styles.open} aria-label={label} title={label} onClick={onOpen}>
          <Image url={url} />
        </button>
      ) : (
        <Image url={url} />
      )}
    </div>
  );
}

function Image({ url }: { url: string | null }) {
  return url ? <img class={styles.image} src={url} alt="" /> : <PictureIcon />;
}
