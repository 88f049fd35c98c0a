import { useMemo } from 'preact/hooks';
import { handoffWords } from '#shared/i18n/en/handoff.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { sharingWords } from '#shared/i18n/en/sharing.ts';
import type { Job } from '#shared/jobs/job.ts';
import { canHaveLink } from '#shared/share/result-link.ts';
import { canShareFiles } from '#shared/web/share-files.ts';
import type { Services } from '../services.ts';
import { copyLink } from './copy-link.ts';
import { panelPlace } from './panel-place.ts';
import { sendToFigma } from './send-to-figma.ts';
import { createSharer } from './share-results.ts';

type Say = (doing: Promise<string | null>, failure: string) => void;

/** Ways for a job's result to go on to others, for its menu; `null` where there is none. `say` shows what comes of it. */
export function useHandOn(job: Job, services: Services, say: Say) {
  const share = useMemo(() => createSharer(services), [services]);
  return {
    send: () => {
      say(Promise.resolve(handoffWords.preparing), '');
      say(sendToFigma(job, services), popupWords.lost);
    },
    // The system's sheet takes the focus, and a popup closes without it.
    share:
      canShareFiles() && panelPlace(location) !== 'popup'
        ? () => say(share([job]), sharingWords.refused)
        : null,
    link: canHaveLink(job)
      ? () => {
          say(Promise.resolve(sharingWords.looking), '');
          say(copyLink(job, services), sharingWords.linkRefused);
        }
      : null,
  };
}
