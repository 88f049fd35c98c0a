import type { EngineRun } from '#shared/engines/engine.ts';
import { AppError, toErrorData } from '#shared/errors/app-error.ts';
import { guessRoles } from '#shared/inputs/roles.ts';
import { runInputs } from '#shared/inputs/values.ts';
import type { Drive, RunnerDeps, Workflow } from '#shared/jobs/drive.ts';
import type { RunFigures, RunProgress } from '#shared/jobs/job.ts';
import { pastRunSeconds } from '#shared/jobs/past-runs.ts';
import { planLooks } from '#shared/jobs/polling.ts';

const patienceMs = 600_000;

/** running -> collecting, failed or cancelled: looks at the run until it has ended. */
export async function watch(drive: Drive, deps: RunnerDeps): Promise<void> {
  const workflow = await deps.workflow(drive.job);
  const { runId } = drive.stage('running');
  const delayMsAfter = planLooks(await pastRunSeconds(deps.journal, drive.job));
  let cancelSent = false;
  let stateSinceMs = deps.clock.monotonicMs();
  for (;;) {
    const cancelTried = drive.job.cancelRequested;
    if (cancelTried && !cancelSent) cancelSent = await sendCancel(runId, workflow);
    const run = await drive.patiently(() => workflow.engine.get(runId), patienceMs);
    if (hasEnded(run)) return settle(drive, run, workflow);
    if (run.state !== drive.stage('running').progress.state) stateSinceMs = deps.clock.monotonicMs();
    await recordProgress(drive, run);
    // Asked for while we looked: that is acted on at once.
    if (drive.job.cancelRequested !== cancelTried) continue;
    await drive.pause(delayMsAfter({ ...run, inStateMs: deps.clock.monotonicMs() - stateSinceMs }));
  }
}

function hasEnded({ state }: EngineRun): boolean {
  return state === 'success' || state === 'failed' || state === 'timeout' || state === 'cancelled';
}

/** Cancelling is a request: the run's own state says what came of it, so a refusal is no error. */
async function sendCancel(runId: string, { engine }: Workflow): Promise<boolean> {
  return engine.cancel(runId).then(
    () => true,
    () => false,
  );
}

async function recordProgress(
  drive: Drive,
  { state, progressRatio, queuePosition }: EngineRun,
): Promise<void> {
  const progress: RunProgress = { state, progressRatio, queuePosition };
  const known = JSON.stringify(drive.stage('running').progress);
  if (drive.job.trouble || JSON.stringify(progress) !== known)
    await drive.record({ type: 'progressed', progress });
}

async function settle(drive: Drive, run: EngineRun, workflow: Workflow): Promise<void> {
  const { runId } = drive.stage('running');
  if (run.state === 'cancelled') return drive.record({ type: 'cancelled' });
  if (run.state === 'timeout') throw new AppError('run-timeout', 'The run reached its time limit', { runId });
  if (run.state === 'failed') {
    const reason = await workflow.engine.failureReason(runId).catch(() => null);
    throw new AppError('run-failed', reason ?? 'It did not say why.', { runId });
  }
  if (!run.output) throw new AppError('no-output', 'success without a picture', { runId });
  const substituted = substitutedIn(drive, run, workflow);
  const figures = { ...figuresOf(run, workflow), ...(substituted.length > 0 ? { substituted } : {}) };
  await drive.record({ type: 'run-succeeded', output: run.output, figures });
}

/** ComfyDeploy takes its default for a value it cannot use, without a word: the person is told instead. */
function substitutedIn(drive: Drive, run: EngineRun, { engine, description }: Workflow): readonly string[] {
  const { pictureValue } = drive.stage('running');
  if (!engine.substituted || pictureValue === undefined) return [];
  const { inputs } = description;
  return engine.substituted(runInputs(inputs, guessRoles(inputs), drive.job.recipe, pictureValue), run);
}

/** A lower bound of the cost: seconds on the GPU times its price; cold starts are billed apart. */
function figuresOf(run: EngineRun, { prices, description }: Workflow): RunFigures {
  const pricePerSecond = prices[run.gpu ?? description.gpu ?? ''];
  const costUsd =
    run.runSeconds === null || pricePerSecond === undefined ? null : run.runSeconds * pricePerSecond;
  return { queueSeconds: run.queueSeconds, runSeconds: run.runSeconds, costUsd };
}

/** Whether a failure concerns the run itself, so that trying again means a new, paid run. */
export function endsTheRun(error: unknown): boolean {
  const { code } = toErrorData(error);
  return code === 'run-failed' || code === 'run-timeout' || code === 'no-output' || code === 'run-not-found';
}
