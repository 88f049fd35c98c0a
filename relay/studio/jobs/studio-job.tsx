import { useState } from 'preact/hooks';
import type { ErrorData } from '#shared/errors/app-error.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { sharingWords } from '#shared/i18n/en/sharing.ts';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import { JobCard } from '#shared/ui/jobs/job-card.tsx';
import { useSecondsLeft } from '#shared/ui/jobs/use-seconds-left.ts';
import { useStayingInSight } from '#shared/ui/jobs/use-staying-in-sight.ts';
import { viewOfJob } from '#shared/ui/jobs/view-of-job.ts';
import { useBlobUrl } from '#shared/ui/pictures/use-blob-url.ts';
import { canShareFiles } from '#shared/web/share-files.ts';
import { studioErrorWords } from '../error-words.ts';
import type { Services } from '../platform/services.ts';
import type { Desk } from './desk.ts';
import { handOut } from './hand-out.ts';
import { helpJob } from './help-job.ts';
import { menuOfJob } from './job-menu.ts';

export type StudioJobProps = {
  job: Job;
  isNewest: boolean;
  price: string | null;
  services: Services;
  desk: Desk;
  onOpen(): void;
  /** Takes the job's picture and settings into the panel. */
  onStartOver(): void;
  /** Looks anew who is signed in, and what they may use. */
  onSettings(error: ErrorData | null): void;
};

const shares = canShareFiles();

/** A job's card with its pictures read from the store, and what its buttons do. */
export function StudioJob({
  job,
  isNewest,
  price,
  services,
  desk,
  onOpen,
  onStartOver,
  ...on
}: StudioJobProps) {
  const [news, setNews] = useState<string | null>(null);
  const { stage } = job;
  const thumbnailUrl = useBlobUrl(services, job.recipe.sourceKey || null);
  const resultUrl = useBlobUrl(services, stage.name === 'done' ? stage.result.key : null);
  const leftSeconds = useSecondsLeft(job, services);
  const card = useStayingInSight(isNewest, isFinished(job));
  const out = handOut(job, services);

  const say = (doing: Promise<string | null>, failure: string) =>
    void doing.catch(() => failure).then(setNews);
  const forget = () => void desk.forget(job.id);
  const copy = () => say(out.copy(), popupWords.copyRefused);
  const view = viewOfJob(job, { price, leftSeconds, thumbnailUrl, previewUrl: null, resultUrl });
  const error = stage.name === 'failed' ? studioErrorWords(stage.error) : null;
  const help = () =>
    helpJob(job, error?.action ?? 'retry', {
      desk,
      onStartOver,
      onForget: forget,
      onSettings: on.onSettings,
    });
  return (
    <div ref={card}>
      <JobCard
        job={{ ...view, error }}
        isNewest={isNewest}
        news={news}
        menu={menuOfJob(job, {
          price,
          onVary: () =>
            say(
              desk.vary(job).then(() => null),
              popupWords.lost,
            ),
          onCleanCopy: () => say(out.download('clean'), popupWords.lost),
          onCopy: shares ? copy : null,
          onStartOver,
          onForget: forget,
        })}
        onCancel={() => desk.cancel(job.id)}
        onOpen={onOpen}
        onDownload={() => say(out.download('noted'), popupWords.lost)}
        onCopy={copy}
        onShare={shares ? () => say(out.share(), sharingWords.refused) : undefined}
        onHelp={help}
      />
    </div>
  );
}
