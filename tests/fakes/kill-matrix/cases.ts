import type { Job } from '#shared/jobs/job.ts';

/** Every change of a job that is written down, named by what it brings. */
export const transitions = [
  'created',
  'preparing',
  'uploading',
  'uploaded',
  'submitting',
  'running',
  'progressed',
  'collecting',
  'done',
  'reconciling',
  'missed',
  'submitting again',
] as const;
export type Transition = (typeof transitions)[number];

export const moments = ['before write', 'after write', 'headers pending', 'body pending'] as const;
export type Moment = (typeof moments)[number];

export const blows = [
  'worker stopped',
  'browser killed',
  'offline',
  '500 after commit',
  'timeout after commit',
] as const;
export type Blow = (typeof blows)[number];

export type KillCase = { transition: Transition; moment: Moment; blow: Blow };

/** The whole table. Once a job is done it has no request that could be pending. */
export const killCases: readonly KillCase[] = transitions.flatMap((transition) =>
  moments.flatMap((moment) =>
    blows
      .map((blow) => ({ transition, moment, blow }))
      .filter(() => transition !== 'done' || !moment.endsWith('pending')),
  ),
);

/** Which transition a write of the journal is; `null` for one that is not in the table. */
export function transitionOf({ stage }: Job): Transition | null {
  switch (stage.name) {
    case 'running':
      return stage.progress.state === 'waiting' && stage.progress.progressRatio === null
        ? 'running'
        : 'progressed';
    case 'submitting':
      return stage.attempt > 1 ? 'submitting again' : 'submitting';
    case 'reconciling':
      return stage.misses > 0 ? 'missed' : 'reconciling';
    case 'failed':
    case 'cancelled':
      return null;
    default:
      return stage.name;
  }
}

/** What must have gone wrong before, for a job to come to a transition at all. */
export function preludeOf(transition: Transition): 'none' | 'answer lost' | 'request lost' {
  if (transition === 'reconciling') return 'answer lost';
  return transition === 'missed' || transition === 'submitting again' ? 'request lost' : 'none';
}
