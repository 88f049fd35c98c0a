import { jobWords } from '#shared/i18n/en/jobs.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { isFinished, type Job, type RunFigures, type RunProgress, type Stage } from '#shared/jobs/job.ts';

/** One short line that says what is happening to a job, for every surface. */
export function describeJob(job: Job): string {
  if (job.trouble && !isFinished(job)) {
    const words = job.trouble.code === 'unreachable' ? jobWords.offline : jobWords.serverTrouble;
    return words.replace('{host}', job.trouble.host ?? 'the server');
  }
  if (job.cancelRequested && !isFinished(job)) return jobWords.cancelling;
  if (job.stage.name === 'uploading') return describeUpload(job.stage);
  if (job.stage.name === 'running') return describeProgress(job.stage.progress);
  if (job.stage.name === 'failed') return errorWords(job.stage.error, job.recipe).title;
  if (job.stage.name === 'done') return describeResult(job, job.stage.figures);
  return jobWords[job.stage.name];
}

/** Where nobody can tell how much has gone out, the size is said, and no progress is made up. */
function describeUpload({ sizeBytes, sentRatio }: Extract<Stage, { name: 'uploading' }>): string {
  if (sentRatio) return jobWords.uploadingPercent.replace('{percent}', String(Math.round(sentRatio * 100)));
  if (!sizeBytes) return jobWords.uploading;
  return jobWords.uploadingSize.replace('{kilobytes}', String(Math.max(1, Math.round(sizeBytes / 1_000))));
}

function describeResult({ isRecovered, twinRunIds = [] }: Job, { substituted }: RunFigures): string {
  if (isRecovered) return jobWords.doneRecovered;
  if (twinRunIds.length > 0) return jobWords.doneTwice;
  return substituted ? jobWords.doneOtherwise.replace('{inputs}', substituted.join(', ')) : jobWords.done;
}

function describeProgress({ state, progressRatio, queuePosition }: RunProgress): string {
  if (state === 'waiting') {
    return queuePosition ? jobWords.waitingBehind.replace('{n}', String(queuePosition)) : jobWords.waiting;
  }
  if (state === 'starting') return jobWords.starting;
  if (!progressRatio) return jobWords.running;
  return jobWords.runningPercent.replace('{percent}', String(Math.round(progressRatio * 100)));
}

/** How far a job is, 0..1, for a bar; `null` where nobody can tell. */
export function progressRatioOf(job: Job): number | null {
  if (job.stage.name === 'done') return 1;
  if (job.stage.name === 'uploading') return job.stage.sentRatio ?? null;
  return job.stage.name === 'running' && job.stage.progress.state === 'running'
    ? job.stage.progress.progressRatio
    : null;
}
