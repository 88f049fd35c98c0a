import {
  mediaItems,
  type WireMedia,
  type WireOutput,
  type WireRun,
} from '#shared/engines/comfydeploy/wire.ts';
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

/** Whether a run of this status will never change again. */
export function isFinalStatus(status: string): boolean {
  return ['success', 'failed', 'timeout', 'cancelled'].includes(status);
}

/**
 * ComfyDeploy's run as ours. A status it invents tomorrow counts as still running. `serverNowMs` is the
 * server's clock at the answer, `null` where it does not tell.
 */
export function toEngineRun(
  run: WireRun,
  outputId: string | null,
  serverNowMs: number | null = null,
): EngineRun {
  const state = states[run.status] ?? 'running';
  const workedSeconds = workedSecondsOf(run, serverNowMs);
  return {
    state,
    progressRatio: run.progress ?? null,
    queuePosition: run.queue_position ?? null,
    output: state === 'success' ? pickOutput(run.outputs ?? [], outputId) : null,
    runSeconds: run.run_duration ?? null,
    queueSeconds: run.cold_start_duration_total ?? null,
    startSeconds: run.cold_start_duration ?? null,
    gpu: run.gpu ?? null,
    ...(workedSeconds === null ? {} : { workedSeconds }),
    inputs: run.workflow_inputs ?? {},
  };
}

function workedSecondsOf({ status, started_at }: WireRun, serverNowMs: number | null): number | null {
  const startedAtMs = Date.parse(started_at ?? '');
  if (isFinalStatus(status) || serverNowMs === null || Number.isNaN(startedAtMs)) return null;
  // The server's own time comes without fractions.
  return Math.max(0, (serverNowMs - startedAtMs) / 1_000);
}

/**
 * The picture of the wanted output, else the first output with one. Order means nothing, and neither
 * does the kind: node packs file pictures under `images`, but also under names of their own.
 */
function pickOutput(outputs: readonly WireOutput[], outputId: string | null): RunOutput | null {
  const wanted = outputs.filter((output) => outputId !== null && output.output_id === outputId);
  for (const { data } of [...wanted, ...outputs]) {
    const { images, ...others } = data ?? {};
    const named = Object.values(others).flatMap(mediaItems).filter(hasPictureName);
    const media = [...mediaItems(images), ...named].find((item) => item.type !== 'temp');
    if (media) return { url: media.url, fileName: media.filename ?? 'result' };
  }
  return null;
}

const hasPictureName = ({ filename }: WireMedia) => /\.(png|jpe?g|webp|gif|avif)$/i.test(filename ?? '');
