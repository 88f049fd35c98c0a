import type { JobListHandlers } from '../jobs/job-list.tsx';
import type { Session } from '../session.ts';

/** What a row's buttons do. */
export function jobHandlers({ jobs, showLayer }: Session, openSettings: () => void): JobListHandlers {
  return {
    onCancelAll: () => void jobs.cancelAll(),
    onRetryFailed: () => void jobs.retryFailed(),
    onCancel: (id) => void jobs.cancel(id),
    onShow: (nodeId) => void showLayer(nodeId),
    onDismiss: (id) => void jobs.dismiss(id),
    onPlaceOnPage: (id) => void jobs.placeOnPage(id),
    onErrorAction(id, action) {
      if (action === 'retry' || action === 'look-again') void jobs.retry(id);
      else if (action === 'open-settings' || action === 'allow-host') openSettings();
      else void jobs.dismiss(id);
    },
  };
}
