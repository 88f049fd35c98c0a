import { browser } from 'wxt/browser';
import { AppError } from '#shared/errors/app-error.ts';
import { createCanvasCodec } from '#shared/images/canvas-codec.ts';
import type { Job } from '#shared/jobs/job.ts';
import { newRecipe } from '#shared/jobs/new-recipe.ts';
import { createJobRunner, type JobRunner, noSource } from '#shared/jobs/runner.ts';
import { systemClock, systemIds } from '#shared/platform.ts';
import { findPreset } from '#shared/presets/find-preset.ts';
import type { Handlers } from '../../messaging.ts';
import { loadMainConnection } from '../../platform/connection-store.ts';
import { dataUrlOf } from '../../platform/data-url.ts';
import type { Services } from '../../platform/services.ts';
import type { JobMessages, RestyleRequest } from './messages.ts';
import { workflowOf } from './workflow.ts';

const alarmName = 'jobs';
const alarmPeriodMinutes = 0.5;

export type JobListeners = { onChange: (job: Job) => void; onActivity: (activeCount: number) => void };

/** The extension's one runner. */
export function createExtensionRunner(services: Services, listeners: JobListeners): JobRunner {
  const { journal, blobs } = services;
  return createJobRunner({
    journal,
    blobs,
    workflow: (job) => workflowOf(job, services),
    codec: createCanvasCodec(),
    clock: systemClock,
    ids: systemIds,
    ...listeners,
  });
}

/**
 * Takes up unfinished jobs whenever the worker starts, and every half minute while there are any:
 * the alarm is the safety net for a worker that was ended in mid-job.
 */
export function keepResuming(runner: JobRunner): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void runner.resume();
  });
  browser.runtime.onStartup.addListener(() => void runner.resume());
  self.addEventListener('online', () => void runner.resume());
  void runner.resume();
}

export async function setSafetyNet(isNeeded: boolean): Promise<void> {
  if (!isNeeded) await browser.alarms.clear(alarmName);
  else if (!(await browser.alarms.get(alarmName))) {
    await browser.alarms.create(alarmName, { periodInMinutes: alarmPeriodMinutes });
  }
}

export type JobHandlers = Pick<Handlers, keyof JobMessages>;

/** `captureAgain` begins anew a job whose picture was never read: that is the page's business. */
export function jobHandlers(
  runner: JobRunner,
  { blobs, journal }: Services,
  captureAgain: (job: Job) => Promise<void>,
): JobHandlers {
  return {
    'jobs.start': (request) => startFromPanel(request),
    'jobs.cancel': ({ jobId }) => runner.cancel(jobId),
    'jobs.retry': ({ jobId }) => retry(jobId),
    'jobs.resume': () => runner.resume(),
    'jobs.read': ({ jobId }) => journal.get(jobId),
    'jobs.readPicture': async ({ key }) => {
      const picture = await blobs.get(key);
      return picture && dataUrlOf(picture);
    },
  };

  async function retry(jobId: string): Promise<void> {
    const job = await journal.get(jobId);
    if (job?.recipe.sourceKey === noSource) return captureAgain(job);
    if (job?.recipe.deploymentId === '') return beginConnected(job);
    await runner.retry(jobId);
  }

  /** A job that was asked for before there was a connection gets its whole recipe now. */
  async function beginConnected({ id, recipe, context }: Job): Promise<void> {
    const source = await blobs.get(recipe.sourceKey);
    if (!source) throw new AppError('picture-lost', 'The picture is no longer stored');
    const preset = findPreset(recipe.presetId);
    const typed = preset ? '' : recipe.prompt;
    const wishes = { preset, typed, strength: recipe.strength, seed: recipe.seed };
    await runner.start({ id, source, recipe: newRecipe(await loadMainConnection(), wishes), context });
  }

  async function startFromPanel(request: RestyleRequest): Promise<string> {
    const source = await blobs.get(request.sourceKey);
    if (!source) throw new AppError('picture-lost', 'The picture is no longer stored');
    const recipe = newRecipe(await loadMainConnection(), {
      preset: findPreset(request.presetId),
      typed: request.prompt,
      strength: request.strength,
      seed: request.seed ?? systemIds.seed(),
    });
    const { label, captureRoute } = request;
    const job = await runner.start({ source, recipe, context: { label, captureRoute, surface: 'popup' } });
    return job.id;
  }
}
