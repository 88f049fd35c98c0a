import { toErrorData } from '#shared/errors/app-error.ts';
import { finishResult } from '#shared/images/finish.ts';
import type { Drive, RunnerDeps, Workflow } from '#shared/jobs/drive.ts';
import type { Bytes } from '#shared/ports.ts';

const patienceMs = 120_000;
const visibleTransparencyRatio = 0.01;

/** collecting -> done: the result fetched, brought to the source's shape, and its bytes kept. */
export async function collect(drive: Drive, deps: RunnerDeps): Promise<void> {
  const workflow = await deps.workflow(drive.job);
  const answered = await fetchResult(drive, workflow);
  const { widthPx, heightPx, transparentRatio = 0 } = drive.job.context;
  const finished = await finishResult(answered, {
    codec: deps.codec,
    source: { widthPx, heightPx },
    ...(transparentRatio > visibleTransparencyRatio
      ? { alpha: await drive.blob(drive.job.recipe.sourceKey) }
      : {}),
  });
  const key = await deps.blobs.put({ bytes: finished.bytes, mimeType: finished.mimeType });
  const { mimeType } = finished;
  const result = { key, mimeType, widthPx: finished.widthPx, heightPx: finished.heightPx };
  await drive.record({ type: 'collected', result });
}

/** Private buckets give links of an hour: a refused one is asked for anew, by looking at the run. */
async function fetchResult(drive: Drive, { engine }: Workflow): Promise<Bytes> {
  const { output, figures, runId } = drive.stage('collecting');
  try {
    return await drive.patiently(() => engine.fetchOutput(output), patienceMs);
  } catch (error) {
    if (toErrorData(error).status !== 403) throw error;
    const fresh = (await engine.get(runId)).output ?? output;
    await drive.record({ type: 'run-succeeded', output: fresh, figures });
    return engine.fetchOutput(fresh);
  }
}
