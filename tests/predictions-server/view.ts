import { type Prediction, statusAt } from './book.ts';
import type { PredictionsServerOptions, Timing } from './options.ts';

export type Viewpoint = {
  baseUrl: string;
  foreignUrl: string;
  nowMs: number;
  timing: Timing;
  links: NonNullable<PredictionsServerOptions['links']>;
};

const time = (ms: number) => new Date(ms).toISOString();

/** A prediction as it goes over the wire. */
export function viewOf(prediction: Prediction, viewpoint: Viewpoint) {
  const { timing, nowMs } = viewpoint;
  const status = statusAt(prediction, nowMs, timing);
  const startedAtMs = prediction.createdAtMs + timing.startMs;
  const hasEnded = status !== 'starting' && status !== 'processing';
  return {
    id: prediction.id,
    model: prediction.model,
    version: prediction.version ?? 'hidden',
    input: prediction.input,
    logs: logsAt((nowMs - startedAtMs) / Math.max(1, timing.runMs)),
    output: status === 'succeeded' ? outputOf(prediction) : null,
    data_removed: false,
    error: status === 'failed' ? errorOf(prediction) : null,
    status,
    created_at: time(prediction.createdAtMs),
    ...(status === 'starting' ? {} : { started_at: time(startedAtMs) }),
    ...(hasEnded
      ? {
          completed_at: time(startedAtMs + timing.runMs),
          metrics: { predict_time: timing.runMs / 1000, total_time: (timing.startMs + timing.runMs) / 1000 },
        }
      : {}),
    ...urlsOf(prediction, viewpoint),
  };
}

/** tqdm's bar, as models in Python log it: one line that is drawn over and over. */
function logsAt(doneRatio: number): string {
  if (doneRatio < 0) return '';
  const steps = Array.from({ length: Math.min(28, Math.floor(doneRatio * 28)) + 1 }, (_, step) => step);
  return steps.map((step) => `\r${Math.round((step / 28) * 100)}%|████| ${step}/28 [00:01<00:01]`).join('');
}

function outputOf({ outcome, pictureUrl }: Prediction): unknown {
  if (outcome === 'nothing') return null;
  if (outcome === 'list') return ['seed: 42', pictureUrl, pictureUrl?.replace('result', 'other')];
  if (outcome === 'object') return { seed: 42, images: [{ url: pictureUrl, width: 1 }] };
  return pictureUrl;
}

function errorOf({ outcome, trouble }: Prediction): string {
  if (trouble !== null) return trouble;
  if (outcome === 'timeout') return 'Prediction timed out after 30 minutes';
  return 'The input or output was flagged as sensitive. Please try again with different inputs. (E005)';
}

function urlsOf({ id }: Prediction, { links, baseUrl, foreignUrl }: Viewpoint) {
  if (links === 'none') return {};
  const places = {
    standard: `${baseUrl}/v1/predictions/${id}`,
    'own-path': `${baseUrl}/queue/${id}/status?view=full`,
    foreign: `${foreignUrl}/v1/predictions/${id}`,
  };
  const cancel = links === 'own-path' ? `${baseUrl}/queue/${id}/stop` : `${places[links]}/cancel`;
  return { urls: { get: places[links], cancel } };
}
