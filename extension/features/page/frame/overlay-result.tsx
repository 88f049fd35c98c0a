import { useState } from 'preact/hooks';
import { describeReceipt, describeWholeReceipt, isLesser } from '#shared/capture/describe-receipt.ts';
import type { FileKind } from '#shared/history/result-file.ts';
import { captureWords } from '#shared/i18n/en/capture.ts';
import { engineNames } from '#shared/i18n/en/engines.ts';
import { handoffWords } from '#shared/i18n/en/handoff.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { overlayWords } from '#shared/i18n/en/overlay.ts';
import { formatMoment } from '#shared/i18n/format-date.ts';
import { describeHandoverShortly } from '#shared/i18n/handover-words.ts';
import { describeJob } from '#shared/jobs/describe-job.ts';
import type { Job } from '#shared/jobs/job.ts';
import { titleOf } from '#shared/jobs/title-of-job.ts';
import { ResultToolbar } from '#shared/ui/overlay/result-toolbar.tsx';
import { BeforeAfter } from '#shared/ui/pictures/before-after.tsx';
import { useBlobUrl } from '#shared/ui/pictures/use-blob-url.ts';
import { ask } from '../../../messaging.ts';
import { allowing, canAskForHosts } from '../../../platform/views/allow-host.ts';
import { copyResult, downloadResult } from '../../../platform/views/keep-picture.ts';
import { openPage, panelPath } from '../../../platform/views/open-page.ts';
import type { JobReader } from '../../../platform/views/remote-reader.ts';
import { sendToFigma } from '../../../platform/views/send-to-figma.ts';
import type { PictureFit } from '../messages.ts';
import styles from './overlay-result.module.css';
import { usePeekKey } from './use-peek-key.ts';

type OverlayResultProps = { job: Job; reader: JobReader; fit: PictureFit | null; onClose: () => void };

/** The result over its picture: plain at first, with a slider to compare when asked for. */
export function OverlayResult({ job, reader, fit, onClose }: OverlayResultProps) {
  const [comparing, setComparing] = useState(false);
  const isPeeking = usePeekKey();
  const [status, setStatus] = useState<string | null>(caveat(job));
  const afterUrl = useBlobUrl(reader, job.stage.name === 'done' ? job.stage.result.key : null);
  const beforeUrl = useBlobUrl(reader, job.recipe.sourceKey);
  const title = titleOf(job);
  const { receipt } = job.context;

  const download = async (kind: FileKind) =>
    setStatus(overlayWords.saved(await downloadResult(job, reader, kind)));
  const copy = () =>
    copyResult(job, reader).then(
      () => setStatus(overlayWords.copied),
      () => setStatus(overlayWords.copyRefused),
    );
  const send = () => {
    setStatus(handoffWords.preparing);
    void sendToFigma(job, reader).then(setStatus);
  };

  return (
    <div class={styles.result}>
      <div class={styles.picture} style={fit ? fitStyle(fit) : {}} data-peek={isPeeking}>
        {afterUrl && beforeUrl && comparing ? (
          <BeforeAfter beforeUrl={beforeUrl} afterUrl={afterUrl} label={title} />
        ) : (
          afterUrl && <img src={afterUrl} alt={overlayWords.result(title)} />
        )}
        {job.servedFrom && !comparing && <EarlierTag endedAtMs={job.servedFrom.endedAtMs} />}
      </div>
      <ResultToolbar
        status={status}
        statusHint={receipt && describeWholeReceipt(receipt)}
        larger={largerOf(job)}
        comparing={comparing}
        onCompare={setComparing}
        onDownload={() => void download('noted')}
        onCleanCopy={() => void download('clean')}
        onCopy={() => void copy()}
        onSend={send}
        onPickAnother={() => void ask('overlay.pickAnother', { jobId: job.id })}
        onCrop={() => void openPage(`${panelPath}?tab#job=${job.id}&crop`)}
        onRetry={() => void openPage(`${panelPath}?tab#job=${job.id}`)}
        onClose={onClose}
      />
    </div>
  );
}

/** On the picture, not in the strip below: a narrow one has no room for words. */
function EarlierTag({ endedAtMs }: { endedAtMs: number }) {
  return <p class={styles.earlier}>{historyWords.earlier.overlay(formatMoment(endedAtMs))}</p>;
}

/** A picture that is not what was asked for says so, from the first moment. */
function caveat(job: Job): string | null {
  const handover = describeHandoverShortly(job);
  if (handover) return handover;
  if (job.recipe.engine !== 'comfydeploy') return engineNames[job.recipe.engine];
  if (job.stage.name === 'done' && job.stage.figures.substituted) return describeJob(job);
  const { receipt } = job.context;
  return receipt && isLesser(receipt) ? describeReceipt(receipt) : null;
}

/** A larger one is asked for in the click itself, and opened in the panel: nothing is spent by one click here. */
function largerOf({ id: jobId, context: { receipt, pictureUrl } }: Job) {
  const host = receipt?.largerHost;
  if (!canAskForHosts || host === undefined || pictureUrl === undefined) return undefined;
  const onUse = () => void allowing(host, () => ask('overlay.useLarger', { jobId }));
  return { hint: captureWords.largerHint(host), onUse };
}

/** As the page shows its picture: cut or letterboxed alike, and no wider where the strip is wider than it. */
function fitStyle({ widthPx, objectFit, objectPosition }: PictureFit) {
  return {
    inlineSize: widthPx === null ? '100%' : `${widthPx}px`,
    '--picture-fit': objectFit,
    '--picture-position': objectPosition,
  };
}
