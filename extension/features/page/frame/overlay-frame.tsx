import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../../messaging.ts';
import type { JobReader } from '../../../platform/views/remote-reader.ts';
import { useJob } from '../../../platform/views/use-job.ts';
import { usePreviewUrl } from '../../../platform/views/use-preview-url.ts';
import type { OverlayLayout, PictureFit } from '../messages.ts';
import { OverlayError } from './overlay-error.tsx';
import './overlay-frame.css';
import { engineNames } from '#shared/i18n/en/engines.ts';
import { overlayWords } from '#shared/i18n/en/overlay.ts';
import { describeJob, progressRatioOf } from '#shared/jobs/describe-job.ts';
import type { Job } from '#shared/jobs/job.ts';
import { ProgressChip } from '#shared/ui/overlay/progress-chip.tsx';
import { OverlayResult } from './overlay-result.tsx';

/** What lies over or beside a picture on a page. Nothing in it spends money on one click. */
export function OverlayFrame({ jobId, reader }: { jobId: string; reader: JobReader }) {
  const job = useJob(reader, jobId);
  const [fit, setFit] = useState<PictureFit | null>(null);
  const layout = layoutFor(job);
  const close = () => void ask('overlay.close', { jobId });

  useEffect(() => {
    if (job?.stage.name === 'cancelled') close();
    else if (job) void ask('overlay.layout', { jobId, layout }).then(setFit, () => {});
  }, [job?.stage.name, layout]);

  if (!job) return <ProgressChip words={overlayWords.reading} progressRatio={null} onCancel={close} />;
  if (job.stage.name === 'done') return <OverlayResult job={job} reader={reader} fit={fit} onClose={close} />;
  if (job.stage.name === 'failed') return <OverlayError job={job} error={job.stage.error} onClose={close} />;
  return <OverlayProgress job={job} />;
}

function OverlayProgress({ job }: { job: Job }) {
  const facts = {
    words: progressWords(job),
    progressRatio: progressRatioOf(job),
    previewUrl: usePreviewUrl(job),
  };
  return <ProgressChip {...facts} onCancel={() => void ask('jobs.cancel', { jobId: job.id })} />;
}

/** Whoever took over is named while it works: the picture goes to somebody else than usual. */
function progressWords(job: Job): string {
  const words = describeJob(job);
  return job.handovers ? `${words} · ${engineNames[job.recipe.engine]}` : words;
}

function layoutFor(job: Job | null): OverlayLayout {
  if (job?.stage.name === 'done') return 'result';
  return job?.stage.name === 'failed' ? 'error' : 'card';
}
