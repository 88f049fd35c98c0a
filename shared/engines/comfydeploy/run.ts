import { mediaItems, type WireOutput, type WireRun } from '#shared/engines/comfydeploy/wire.ts';
import type { EngineRun, RunOutput, RunState } from '#shared/engines/engine.ts';

const states: Readonly<Record<string, RunState>> = {
  'not-started': 'waiting',
  queued: 'starting',
  started: 'starting',
  running: 'running',
  uploading: 'running',
  success: 'success',
  failed: 'failed',
  timeout: 'timeout',
  cancelled: 'cancelled',
};

/** ComfyDeploy's run as ours. A status it invents tomorrow counts as still running. */
export function toEngineRun(run: WireRun, outputId: string | null): EngineRun {
  const state = states[run.status] ?? 'running';
  return {
    state,
    progressRatio: run.progress ?? null,
    queuePosition: run.queue_position ?? null,
    output: state === 'success' ? pickOutput(run.outputs ?? [], outputId) : null,
    runSeconds: run.run_duration ?? null,
    queueSeconds: run.cold_start_duration_total ?? null,
    gpu: run.gpu ?? null,
    inputs: run.workflow_inputs ?? {},
  };
}

/** The picture of the wanted output, else the first output with one. Order means nothing. */
function pickOutput(outputs: readonly WireOutput[], outputId: string | null): RunOutput | null {
  const wanted = outputs.filter((output) => outputId !== null && output.output_id === outputId);
  for (const output of [...wanted, ...outputs]) {
    const media = mediaItems(output.data?.images).find((item) => item.type !== 'temp');
    if (media) return { url: media.url, fileName: media.filename ?? 'result' };
  }
  return null;
}
