import { browser } from 'wxt/browser';
import { createCanvasCodec } from '#shared/images/canvas-codec.ts';
import type { RunnerDeps } from '#shared/jobs/drive.ts';
import { createJobRunner, type JobRunner } from '#shared/jobs/runner.ts';
import { systemClock, systemIds } from '#shared/platform.ts';
import type { Services } from '../../platform/services.ts';
import { workflowOf } from './workflow.ts';

const alarmName = 'jobs';
const alarmPeriodMinutes = 0.5;

export type JobListeners = Required<Pick<RunnerDeps, 'turn' | 'onChange' | 'onActivity'>>;

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
export function keepResuming(resume: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void resume();
  });
  browser.runtime.onStartup.addListener(() => void resume());
  self.addEventListener('online', () => void resume());
  void resume();
}

export async function setSafetyNet(isNeeded: boolean): Promise<void> {
  if (!isNeeded) await browser.alarms.clear(alarmName);
  else if (!(await browser.alarms.get(alarmName))) {
    await browser.alarms.create(alarmName, { periodInMinutes: alarmPeriodMinutes });
  }
}
