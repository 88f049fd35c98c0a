import type { Reconciliation, RunIntent } from '#shared/engines/engine.ts';
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
  if (drive.stage('reconciling').misses > 0) await waitOut(secondLookAfterMs, drive, deps);
  const intent = intentOf(drive);
  const seen = await drive.patiently(() => engine.reconcile(intent), patienceMs);
  if (seen.state === 'found') {
    await drive.record({ type: 'run-known', runId: seen.runId });
    return callOffTwins(drive, deps, intent);
  }
  forbidUnclear(seen, intent, deps);
  await drive.record({ type: 'run-missed' });
  const now = drive.stage('reconciling');
  if (now.misses < 2) return;
  if (drive.job.cancelRequested) return drive.record({ type: 'cancelled' });
  if (drive.job.isRecovered) throw new AppError('picture-lost', 'No run of it was found');
  if (now.attempt >= maxAttempts) throw new AppError('uncertain', 'Sent twice, found neither time');
  await submit(drive, deps);
  if (drive.job.stage.name === 'running') await callOffTwins(drive, deps, intent);
}

function intentOf(drive: Drive): RunIntent {
  const { sentAtMs, sentAtServerMs = null } = drive.stage('reconciling');
  return { nonce: drive.job.nonce, sentAtMs, sentAtServerMs };
}

/** Where only our own clock told when it was sent, and it was set back since, a search may begin too late. */
function forbidUnclear({ state }: Reconciliation, intent: RunIntent, { clock }: RunnerDeps): void {
  if (state === 'unclear') throw new AppError('uncertain', 'The list of runs does not reach back far enough');
  if (intent.sentAtServerMs === null && intent.sentAtMs > clock.nowMs())
    throw new AppError('uncertain', 'The clock was set back since the request was sent');
}

/**
 * One request may have made several runs: it was sent again while the first was still on its way, or
 * something between us and the server has repeated it. The oldest is kept, the others are called off.
 */
async function callOffTwins(drive: Drive, deps: RunnerDeps, intent: RunIntent): Promise<void> {
  const { engine } = await deps.workflow(drive.job);
  const [oldest, ...younger] = (await engine.runsOf?.(intent).catch(() => [])) ?? [];
  if (oldest === undefined || younger.length === 0) return;
  await drive.record({ type: 'twins-found', runId: oldest, twinRunIds: younger });
  await Promise.all(younger.map((runId) => engine.cancel(runId).catch(() => {})));
}

/** A nudge (a cancel, the network coming back) does not shorten this wait, nor does a clock: it guards money. */
async function waitOut(delayMs: number, drive: Drive, { clock }: RunnerDeps): Promise<void> {
  const untilMs = clock.monotonicMs() + delayMs;
  for (;;) {
    const leftMs = untilMs - clock.monotonicMs();
    if (leftMs <= 0) return;
    await drive.pause(leftMs);
  }
}
