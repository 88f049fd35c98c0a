import { AppError } from '#shared/errors/app-error.ts';
import type { Drive, RunnerDeps } from '#shared/jobs/drive.ts';
import { submit } from '#shared/jobs/steps/submit.ts';

const patienceMs = 600_000;
/** As long as the request itself may still be on its way. */
const secondLookAfterMs = 30_000;
const maxAttempts = 2;

/**
 * reconciling -> running, or once more submitting. The run is looked for by its nonce; only after
 * two misses, 30 seconds apart, is the request sent again, and only once. Else the person is asked.
 */
export async function reconcile(drive: Drive, deps: RunnerDeps): Promise<void> {
  const { engine } = await deps.workflow(drive.job);
  const { sentAtMs, misses, lookedAtMs } = drive.stage('reconciling');
  if (misses > 0) await waitUntil(lookedAtMs + secondLookAfterMs, drive, deps);
  const intent = { nonce: drive.job.nonce, sentAtMs };
  const seen = await drive.patiently(() => engine.reconcile(intent), patienceMs);
  if (seen.state === 'found') return drive.record({ type: 'run-known', runId: seen.runId });
  if (seen.state === 'unclear')
    throw new AppError('uncertain', 'The list of runs does not reach back far enough');
  await drive.record({ type: 'run-missed' });
  const now = drive.stage('reconciling');
  if (now.misses < 2) return;
  if (drive.job.cancelRequested) return drive.record({ type: 'cancelled' });
  if (now.attempt >= maxAttempts) throw new AppError('uncertain', 'Sent twice, found neither time');
  await submit(drive, deps);
}

/** A nudge (a cancel, the network coming back) does not shorten this wait: it guards money. */
async function waitUntil(timeMs: number, drive: Drive, { clock }: RunnerDeps): Promise<void> {
  const maxWaitMs = secondLookAfterMs;
  for (;;) {
    const leftMs = Math.min(timeMs - clock.nowMs(), maxWaitMs);
    if (leftMs <= 0) return;
    await drive.pause(leftMs);
  }
}
