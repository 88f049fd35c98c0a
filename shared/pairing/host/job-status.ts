import { errorWords } from '#shared/i18n/error-words.ts';
import type { Job, RunFigures } from '#shared/jobs/job.ts';
import type { JobStatus } from '#shared/pairing/verbs.ts';

type Known = NonNullable<JobStatus>;

const begun: Known = {
  state: 'waiting',
  progressRatio: null,
  queuePosition: null,
  runSeconds: null,
  queueSeconds: null,
  gpu: null,
  reason: null,
};

/** A job of the browser's as the guest follows it: like an engine's run. */
export function jobStatus({ stage, recipe }: Job): Known {
  switch (stage.name) {
    case 'running':
      return { ...begun, ...stage.progress, state: runningState(stage.progress.state) };
    case 'collecting':
      return { ...begun, state: 'running', progressRatio: 1 };
    case 'done':
      return { ...begun, state: 'success', progressRatio: 1, ...figures(stage.figures) };
    case 'failed': {
      const { title, advice } = errorWords(stage.error, recipe);
      return { ...begun, state: 'failed', reason: `${title}. ${advice}` };
    }
    case 'cancelled':
      return { ...begun, state: 'cancelled' };
    default:
      return begun;
  }
}

/** A run that has ended has not ended for the guest: the job may still go on. */
function runningState(state: string): Known['state'] {
  return state === 'waiting' || state === 'starting' ? state : 'running';
}

function figures({ runSeconds, queueSeconds, gpu }: RunFigures): Partial<Known> {
  return { runSeconds, queueSeconds, gpu: gpu ?? null };
}
