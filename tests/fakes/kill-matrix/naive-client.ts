import type { Engine } from '#shared/engines/engine.ts';
import { guessRoles } from '#shared/inputs/roles.ts';
import { runInputs } from '#shared/inputs/values.ts';
import type { Job, Stage } from '#shared/jobs/job.ts';
import type { JobRequest } from '#shared/jobs/job-request.ts';
import { newJob } from '#shared/jobs/new-job.ts';
import { systemIds } from '#shared/platform.ts';
import type { Clock } from '#shared/ports.ts';
import type { Core, Disk } from '../core.ts';

const tries = 3;
const progress = { state: 'waiting', progressRatio: null, queuePosition: null } as const;

/**
 * What most clients do, for comparison: every request is tried three times, and what had not ended
 * when the process died is begun anew.
 */
export function createNaiveClient({ engine, connection }: Core, disk: Disk, clock: Clock) {
  const makeRun = createMakeRun(engine, connection, disk, clock);

  async function drive(first: Job): Promise<Job> {
    let job = first;
    const enter = (stage: Stage) => {
      job = { ...job, stage };
      return disk.journal.put(job);
    };
    try {
      await enter({ name: 'preparing' });
      await makeRun(job, enter);
    } catch {
      const error = { code: 'unreachable', detail: '' } as const;
      await enter({ name: 'failed', error, runId: null, retryFrom: null });
    }
    return job;
  }

  return {
    async start({ source, recipe, context, id }: JobRequest): Promise<Job> {
      const sourceKey = 'key' in source ? source.key : await disk.blobs.put(source);
      const whole = { ...context, widthPx: 1, heightPx: 1 };
      const job = newJob({ ...recipe, sourceKey }, whole, { clock, ids: systemIds }, id);
      await disk.journal.put(job);
      return drive(job);
    },
    async resume(): Promise<void> {
      const left = (await disk.journal.list()).filter(({ stage }) => !/done|failed/.test(stage.name));
      await Promise.all(left.map(drive));
    },
  };
}

type Enter = (stage: Stage) => Promise<void>;

/** A run from its picture to its result, in one go. */
function createMakeRun(engine: Engine, connection: Core['connection'], disk: Disk, clock: Clock) {
  async function patiently<T>(request: () => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await request();
      } catch (error) {
        if (tried === tries) throw error;
        await clock.sleep(500 * 2 ** tried);
      }
    }
  }

  async function makeRun({ recipe, nonce }: Job, enter: Enter): Promise<void> {
    const source = await disk.blobs.get(recipe.sourceKey);
    if (!source) throw new Error('no picture');
    const picture = { bytes: source.bytes, mimeType: 'image/png', fileName: 'a.png' } as const;
    await enter({ name: 'uploading', inputKey: recipe.sourceKey, inputMimeType: 'image/png' });
    const pictureValue = await patiently(() => engine.upload(picture));
    await enter({ name: 'uploaded', pictureValue });
    await enter({ name: 'submitting', pictureValue, sentAtMs: 0, attempt: 1 });
    const { inputs: known } = connection.description;
    const inputs = runInputs(known, guessRoles(known), recipe, pictureValue);
    const runId = await patiently(() => engine.start({ inputs, nonce }));
    await enter({ name: 'running', runId, progress });
    const output = await waitForOutput(runId, enter);
    const figures = { queueSeconds: null, runSeconds: null, costUsd: null };
    await enter({ name: 'collecting', runId, output, figures });
    const bytes = await patiently(() => engine.fetchOutput(output));
    const key = await disk.blobs.put({ bytes, mimeType: 'image/webp' });
    const result = { key, mimeType: 'image/webp', widthPx: 1, heightPx: 1 };
    await enter({ name: 'done', runId, result, figures });
  }

  async function waitForOutput(runId: string, enter: Enter) {
    for (;;) {
      const { output, state } = await patiently(() => engine.get(runId));
      if (output) return output;
      await enter({ name: 'running', runId, progress: { ...progress, state } });
      await clock.sleep(1_000);
    }
  }

  return makeRun;
}
