import type { ErrorData } from '#shared/errors/app-error.ts';
import type { ErrorAction } from '#shared/i18n/error-text.ts';
import { errorDetails } from '#shared/i18n/error-words.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { Desk } from './desk.ts';

type Ways = {
  desk: Pick<Desk, 'retry'>;
  onStartOver(): void;
  onForget(): void;
  /** Looks anew who is signed in, and what they may use. */
  onSettings(error: ErrorData | null): void;
};

/** The one thing that helps a job, as its error's words promise it. */
export function helpJob({ id, stage }: Job, action: ErrorAction, ways: Ways): void {
  const error = stage.name === 'failed' ? stage.error : null;
  if (action === 'open-settings' || action === 'open-address') ways.onSettings(error);
  else if (action === 'choose-picture') ways.onStartOver();
  else if (action === 'dismiss') ways.onForget();
  else if (action === 'copy-details' && error) void navigator.clipboard.writeText(errorDetails(error));
  else ways.desk.retry(id);
}
