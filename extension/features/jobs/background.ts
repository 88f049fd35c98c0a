import { browser } from 'wxt/browser';
import { createPoller } from '#shared/engines/polling/poller.ts';
import { createCanvasCodec } from '#shared/images/canvas-codec.ts';
import type { RunnerDeps } from '#shared/jobs/drive.ts';
import { automaticRecipe } from '#shared/jobs/failover.ts';
import { createJobRunner, type JobRunner } from '#shared/jobs/runner.ts';
import { adoptLost, withSecondCopies } from '#shared/jobs/second-copy.ts';
import { systemClock, systemIds } from '#shared/platform.ts';
import { findIn } from '#shared/presets/preset-library.ts';
import { loadFailoverRules } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { workflowOf } from './workflow.ts';

const alarmName = 'jobs';
const alarmPeriodMinutes = 0.5;

export type JobListeners = Required<Pick<RunnerDeps, 'turn' | 'onChange' | 'onActivity' | 'onPreview'>>;

/** The extension's one runner. */
export function createExtensionRunner(services: Services, listeners: JobListeners): JobRunner {
  const { journal, blobs, copies, presets, preparer } = services;
  return createJobRunner({
    journal: withSecondCopies(journal, copies),
    blobs,
    workflow: (job) => workflowOf(job, services),
    fallback: async (job) =>
      automaticRecipe(job, {
        ...(await loadFailoverRules()),
        preset: findIn(await presets.load(), job.recipe.presetId),
      }),
    codec: createCanvasCodec(),
    prepareElsewhere: preparer.prepareElsewhere,
    clock: systemClock,
    ids: systemIds,
    // While there are runs to watch the worker is kept alive anyway.
    poller: createPoller({ clock: systemClock, hints: true }),
    // A ComfyUI may stand beside the browser, and looks on the device need nobody.
    isOffline: ({ recipe }) => !navigator.onLine && !['comfyui', 'on-device'].includes(recipe.engine),
    ...listeners,
  });
}

/**
 * Takes up unfinished jobs when the browser starts or is online again, and every half minute while there are
 * any: the alarm is the safety net for a worker that was ended in mid-job.
 */
export function keepResuming(resume: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void resume();
  });
  browser.runtime.onStartup.addListener(() => void resume());
  self.addEventListener('online', () => void resume());
}

/** What an earlier life of the worker left, to be called once in each. */
export async function takeUpUnfinished(
  resume: () => Promise<void>,
  { journal, copies }: Services,
): Promise<void> {
  await adoptLost(journal, copies, systemClock.nowMs()).catch(() => {});
  await resume();
}

export async function setSafetyNet(isNeeded: boolean): Promise<void> {
  if (!isNeeded) await browser.alarms.clear(alarmName);
  else if (!(await browser.alarms.get(alarmName))) {
    await browser.alarms.create(alarmName, { periodInMinutes: alarmPeriodMinutes });
  }
}
