import { useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import { titleOf } from '#shared/jobs/title-of-job.ts';
import { JobCard } from '#shared/ui/jobs/job-card.tsx';
import { useSecondsLeft } from '#shared/ui/jobs/use-seconds-left.ts';
import { useStayingInSight } from '#shared/ui/jobs/use-staying-in-sight.ts';
import { viewOfJob } from '#shared/ui/jobs/view-of-job.ts';
import { useBlobUrl } from '#shared/ui/pictures/use-blob-url.ts';
import { canShareFiles } from '#shared/web/share-files.ts';
import { ask } from '../../messaging.ts';
import { forgetJob } from '../../platform/forget-job.ts';
import type { Services } from '../../platform/services.ts';
import { copyResult, downloadResult } from '../../platform/views/keep-picture.ts';
import { historyPath, openPage } from '../../platform/views/open-page.ts';
import { keepInWords } from '../../platform/views/save-preset.ts';
import { useHandOn } from '../../platform/views/use-hand-on.ts';
import { usePreviewUrl } from '../../platform/views/use-preview-url.ts';
import { FailoverOffer } from './failover-offer.tsx';
import { helpJob } from './help-job.ts';
import { menuOfJob } from './job-menu.ts';
import { RecentMarks } from './recent-marks.tsx';
import type { ShownOnPage } from './use-shown.ts';

type RecentJobProps = {
  job: Job;
  isNewest: boolean;
  /** What another run of it costs, in words; `null` while unknown. */
  price: string | null;
  services: Services;
  /** Engines to offer for it, best first; none where another job's offer is shown, or nothing has failed. */
  others: readonly Connection[];
  onDismissed: () => void;
  shown: ShownOnPage;
};

/** A job's card with its pictures read from the store, and what its buttons do. */
export function RecentJob({ job, isNewest, price, services, others, onDismissed, shown }: RecentJobProps) {
  const [news, setNews] = useState<string | null>(null);
  const { stage } = job;
  const thumbnailUrl = useBlobUrl(services, job.recipe.sourceKey || null);
  const resultUrl = useBlobUrl(services, stage.name === 'done' ? stage.result.key : null);
  const previewUrl = usePreviewUrl(job);
  const leftSeconds = useSecondsLeft(job, services);
  const card = useStayingInSight(isNewest, isFinished(job));

  const say = (doing: Promise<string | null>, failure: string) =>
    void doing.catch(() => failure).then(setNews);
  const handOn = useHandOn(job, services, say);
  const download = async (kind: 'noted' | 'clean') =>
    popupWords.saved(await downloadResult(job, services, kind));
  const dismiss = () => void forgetJob(job, services).then(onDismissed);
  const open = () => void openPage(`${historyPath}&entry=${job.servedFrom?.jobId ?? job.id}`);
  const show = async () => ((await shown.showAgain(job.id)) ? popupWords.shown : popupWords.pageGone);
  const help = () => {
    const action = stage.name === 'failed' ? errorWords(stage.error, job.recipe).action : 'retry';
    helpJob(job, action, dismiss);
  };
  return (
    <div ref={card}>
      <JobCard
        job={viewOfJob(job, { price, leftSeconds, thumbnailUrl, previewUrl, resultUrl })}
        isNewest={isNewest}
        news={news}
        marks={stage.name === 'done' && <RecentMarks job={job} services={services} />}
        menu={menuOfJob(job, {
          price,
          onCleanCopy: () => say(download('clean'), popupWords.lost),
          onOpen: open,
          onToBatch: () => say(addToBatch(job), popupWords.lost),
          onSend: handOn.send,
          // A popup closes when the system's sheet opens: the picture is shared from its own page.
          onShare: canShareFiles() ? (handOn.share ?? open) : null,
          onLink: handOn.link,
          onKeep: () => say(keepInWords(job, services), popupWords.lost),
          onShow: shown.canShow(job) ? () => say(show(), popupWords.pageGone) : null,
          onDismiss: dismiss,
        })}
        onCancel={() => void ask('jobs.cancel', { jobId: job.id })}
        onOpen={open}
        onDownload={() => say(download('noted'), popupWords.lost)}
        onCopy={() =>
          say(
            copyResult(job, services).then(() => popupWords.copied),
            popupWords.copyRefused,
          )
        }
        onHelp={help}
      />
      {others.length > 0 && <FailoverOffer job={job} others={others} />}
    </div>
  );
}

/** A result is a picture to begin with, too. */
async function addToBatch(job: Job): Promise<string> {
  if (job.stage.name !== 'done') return popupWords.lost;
  // By the background, which tells a studio that shows what the next batch costs.
  const picture = { key: job.stage.result.key, label: titleOf(job).replace(' · ', ' ') };
  return (await ask('batch.add', picture)) ? popupWords.inBatch : popupWords.lost;
}
