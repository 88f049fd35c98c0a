import type { ErrorData } from '#shared/errors/app-error.ts';
import { captureWords } from '#shared/i18n/en/capture.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import type { ErrorAction } from '#shared/i18n/error-text.ts';
import { errorDetails, errorWords } from '#shared/i18n/error-words.ts';
import type { Job } from '#shared/jobs/job.ts';
import { noSource } from '#shared/jobs/job-request.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import { ErrorNotice } from '#shared/ui/feedback/error-notice.tsx';
import { CloseIcon } from '#shared/ui/icons/icons.tsx';
import { ask } from '../../../messaging.ts';
import { allowHost } from '../../../platform/views/allow-host.ts';
import { openAddress, openPage, panelPath, settingsPath } from '../../../platform/views/open-page.ts';
import styles from './overlay-error.module.css';

type OverlayErrorProps = { job: Job; error: ErrorData; onClose: () => void };

/** What went wrong, beside the picture it went wrong with, and the one thing that helps. */
export function OverlayError({ job, error, onClose }: OverlayErrorProps) {
  const act = (action: ErrorAction) => {
    // The request must be the first statement: after any wait the browser no longer sees a click.
    if (action === 'allow-host') void allowHost(job, error);
    else if (action === 'dismiss') onClose();
    else if (action === 'open-settings') void openPage(settingsPath);
    else if (action === 'open-address') openAddress(error);
    else if (action === 'choose-picture') void openPage(`${panelPath}?tab`);
    else if (costsNothingMore(job)) void ask('jobs.retry', { jobId: job.id });
    else void openPage(`${panelPath}?tab#job=${job.id}`);
  };
  return (
    <div class={styles.error}>
      <ErrorNotice
        error={error}
        words={errorWords(error, job.recipe)}
        onAction={act}
        onCopyDetails={(data) => void navigator.clipboard.writeText(errorDetails(data))}
      />
      {recipeHasNoPicture(job) && (
        <div class={styles.other}>
          {error.code === 'host-not-allowed' && (
            <Button onClick={() => void ask('overlay.useScreen', { jobId: job.id })}>
              {captureWords.screen}
            </Button>
          )}
          <Button onClick={() => void ask('overlay.pickAnother', { jobId: job.id })}>
            {panelWords.result.pickAnother}
          </Button>
        </div>
      )}
      <div class={styles.close}>
        <IconButton label={panelWords.result.close} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </div>
    </div>
  );
}

function recipeHasNoPicture({ recipe }: Job): boolean {
  return recipe.sourceKey === noSource;
}

/** Going on with what was asked for is free; a run that has ended would be paid again. */
function costsNothingMore(job: Job): boolean {
  const { stage } = job;
  return recipeHasNoPicture(job) || (stage.name === 'failed' && stage.retryFrom !== null);
}
