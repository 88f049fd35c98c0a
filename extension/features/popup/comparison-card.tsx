import { formatUsd } from '#shared/budget/estimate.ts';
import { compareWords as words } from '#shared/i18n/en/compare.ts';
import { engineNouns } from '#shared/i18n/en/engines.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { describeJob, progressRatioOf } from '#shared/jobs/describe-job.ts';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import { titleOf } from '#shared/jobs/title-of-job.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import { ProgressBar } from '#shared/ui/feedback/progress-bar.tsx';
import { CloseIcon, DownloadIcon } from '#shared/ui/icons/icons.tsx';
import { useBlobUrl } from '#shared/ui/pictures/use-blob-url.ts';
import { ask } from '../../messaging.ts';
import { forgetJob } from '../../platform/forget-job.ts';
import type { Services } from '../../platform/services.ts';
import { downloadResult } from '../../platform/views/keep-picture.ts';
import styles from './comparison-card.module.css';

type ComparisonCardProps = { jobs: readonly Job[]; services: Services; onDismissed: () => void };

/** One picture by two engines, side by side, with what each took. */
export function ComparisonCard({ jobs, services, onDismissed }: ComparisonCardProps) {
  const first = jobs[0];
  if (!first) return null;
  const running = jobs.filter((job) => !isFinished(job));
  const cancel = () => {
    for (const { id } of running) void ask('jobs.cancel', { jobId: id });
  };
  const remove = async () => {
    for (const job of jobs) await forgetJob(job, services);
    onDismissed();
  };
  return (
    <article class={styles.card} aria-label={`${words.card}: ${titleOf(first)}`}>
      <header class={styles.head}>
        <h3 class={styles.title} dir="auto">
          {titleOf(first)}
        </h3>
        {running.length > 0 ? (
          <Button onClick={cancel}>{words.cancel}</Button>
        ) : (
          <IconButton label={words.remove} onClick={() => void remove()}>
            <CloseIcon />
          </IconButton>
        )}
      </header>
      <div class={styles.pair}>
        {jobs.map((job) => (
          <Side key={job.id} job={job} services={services} />
        ))}
      </div>
    </article>
  );
}

function Side({ job, services }: { job: Job; services: Services }) {
  const { stage, recipe } = job;
  const isDone = stage.name === 'done';
  const sourceUrl = useBlobUrl(services, recipe.sourceKey || null);
  const resultUrl = useBlobUrl(services, isDone ? stage.result.key : null);
  const noun = engineNouns[recipe.engine];
  const name = noun.charAt(0).toUpperCase() + noun.slice(1);
  const label = words.open(noun);
  return (
    <figure class={styles.side} data-done={isDone}>
      {resultUrl ? (
        <button
          type="button"
          class={styles.picture}
          aria-label={label}
          title={label}
          onClick={() => open(resultUrl)}
        >
          <img src={resultUrl} alt={panelWords.compare.after(noun)} />
        </button>
      ) : (
        <div class={styles.picture}>{sourceUrl && <img src={sourceUrl} alt="" />}</div>
      )}
      <figcaption class={styles.caption}>
        <strong>{name}</strong>
        <span class={styles.facts}>{isDone ? figuresOf(job) : describeJob(job)}</span>
        {!isFinished(job) && <ProgressBar words={describeJob(job)} ratio={progressRatioOf(job)} />}
        {isDone && (
          <span>
            <IconButton label={words.download(noun)} onClick={() => void downloadResult(job, services)}>
              <DownloadIcon />
            </IconButton>
          </span>
        )}
      </figcaption>
    </figure>
  );
}

/** `13 seconds · $0.007`: from the press of the button to the picture, and what the engine says it cost. */
function figuresOf({ stage, enteredAtMs, recipe }: Job): string {
  const tookMs = (enteredAtMs.done ?? 0) - (enteredAtMs.created ?? 0);
  const seconds = words.seconds(Math.max(1, Math.round(tookMs / 1_000)));
  const costUsd = stage.name === 'done' ? stage.figures.costUsd : null;
  if (recipe.engine === 'on-device') return `${seconds} · ${words.noCharge}`;
  return costUsd === null ? seconds : `${seconds} · ${formatUsd(costUsd)}`;
}
