import { runFigures } from '#shared/budget/run-figures.ts';
import type { EngineRun } from '#shared/engines/engine.ts';
import type { Watched } from '#shared/engines/polling/poller.ts';
import { AppError, toErrorData } from '#shared/errors/app-error.ts';
import { rolesOf } from '#shared/inputs/roles.ts';
import { runInputs } from '#shared/inputs/values.ts';
import type { Drive, RunnerDeps, Workflow } from '#shared/jobs/drive.ts';
import type { Job, RunProgress } from '#shared/jobs/job.ts';
import { pastRunSeconds } from '#shared/jobs/past-runs.ts';
import { type LookTimes, planLooks } from '#shared/jobs/polling.ts';
import type { Heard } from '#shared/jobs/steps/news.ts';

const patienceMs = 600_000;

/** running -> collecting, failed or cancelled: looks at the run until it has ended. */
export async function watch(drive: Drive, deps: RunnerDeps, heard: Readonly<Heard>): Promise<void> {
  const workflow = await deps.workflow(drive.job);
  const plan = planLooks(await pastRunSeconds(deps.journal, drive.job));
  const watched = deps.poller.watch(workflow.engine, drive.stage('running').runId);
  try {
    const isFresh = workflow.engine.startsWaiting && !drive.job.cancelRequested;
    const delayMs = isFresh ? firstDelayMs(drive.job, plan, deps.clock.nowMs()) : 0;
    await watched.wait(delayMs, drive.nudged);
    await settle(drive, await lookUntilEnded(drive, deps, { workflow, watched, plan, heard }), workflow);
  } finally {
    watched.end();
  }
}

/** Whoever has just asked for a run knows how it is: it waits. An older one is looked at right away. */
function firstDelayMs({ enteredAtMs }: Job, plan: LookTimes, nowMs: number): number {
  const askedMs = enteredAtMs.submitting;
  if (askedMs === undefined || askedMs > nowMs) return 0;
  const delayMs = plan({ state: 'waiting', progressRatio: null, queuePosition: null, inStateMs: 0 });
  return Math.max(0, askedMs + delayMs - nowMs);
}

type Watching = { workflow: Workflow; watched: Watched; plan: LookTimes; heard: Readonly<Heard> };

async function lookUntilEnded(drive: Drive, { clock }: RunnerDeps, watching: Watching): Promise<EngineRun> {
  const { workflow, watched, plan, heard } = watching;
  const { runId } = drive.stage('running');
  let cancelSent = false;
  let stateSinceMs = clock.monotonicMs();
  for (;;) {
    const cancelTried = drive.job.cancelRequested;
    const { turns } = heard;
    if (cancelTried && !cancelSent) cancelSent = await sendCancel(runId, workflow);
    const look = () => watched.look(() => workflow.engine.get(runId));
    const run = await drive.patiently(look, patienceMs);
    if (hasEnded(run)) return run;
    if (run.state !== drive.stage('running').progress.state) stateSinceMs = clock.monotonicMs();
    await recordProgress(drive, withHeard(run, heard));
    // Asked for, or begun or ended, while we looked: that is acted on at once.
    if (drive.job.cancelRequested !== cancelTried || heard.turns !== turns) continue;
    await watched.wait(plan({ ...run, inStateMs: clock.monotonicMs() - stateSinceMs }), drive.nudged);
  }
}

/** Progress as the look shows it, else as it was told. */
function withHeard(run: EngineRun, { progressRatio }: Readonly<Heard>): EngineRun {
  return run.state === 'running' ? { ...run, progressRatio: run.progressRatio ?? progressRatio } : run;
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
  const { prices, description } = workflow;
  const figures = {
    ...runFigures(run, prices, description.gpu),
    ...(substituted.length > 0 ? { substituted } : {}),
  };
  await drive.record({ type: 'run-succeeded', output: run.output, figures });
}

/** ComfyDeploy takes its default for a value it cannot use, without a word: the person is told instead. */
function substitutedIn(drive: Drive, run: EngineRun, { engine, description }: Workflow): readonly string[] {
  const { pictureValue } = drive.stage('running');
  if (!engine.substituted || pictureValue === undefined) return [];
  const { inputs } = description;
  const sent = runInputs(inputs, rolesOf(description), drive.job.recipe, pictureValue);
  return engine.substituted(sent, run, inputs);
}

/** Whether a failure concerns the run itself, so that trying again means a new, paid run. */
export function endsTheRun(error: unknown): boolean {
  const { code } = toErrorData(error);
  return code === 'run-failed' || code === 'run-timeout' || code === 'no-output' || code === 'run-not-found';
}
