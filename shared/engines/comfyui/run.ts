import type { Sighting } from '#shared/engines/comfyui/look.ts';
import { picturesOf, type TimelineEvent, timelineOf, type WireJob } from '#shared/engines/comfyui/wire.ts';
import { type ComfyUiWorkflow, readWorkflow } from '#shared/engines/comfyui/workflow.ts';
import type { EngineRun, RunOutput, RunState } from '#shared/engines/engine.ts';

const states: Readonly<Record<string, RunState>> = {
  pending: 'waiting',
  in_progress: 'running',
  completed: 'success',
  failed: 'failed',
  cancelled: 'cancelled',
};

type Reading = {
  workflow: ComfyUiWorkflow;
  /** Address of one output file. */
  urlOf: (media: { filename: string; subfolder: string; type: string }) => string;
};

/** ComfyUI's job as ours. It tells no progress to those who poll. A status it invents counts as running. */
export function toEngineRun({ job, queuePosition }: Sighting, { workflow, urlOf }: Reading): EngineRun {
  const events = timelineOf(job);
  const state = stateOf(job, events);
  return {
    state,
    progressRatio: null,
    queuePosition,
    output: state === 'success' ? pickOutput(job.outputs ?? {}, workflow.outputId, urlOf) : null,
    ...durations(job, events),
    gpu: null,
    inputs: readWorkflow(workflow, job.workflow?.prompt),
  };
}

/** A run that was taken off the queue before it began: ComfyUI forgets it altogether. */
export const droppedRun: EngineRun = {
  state: 'cancelled',
  progressRatio: null,
  queuePosition: null,
  output: null,
  runSeconds: null,
  queueSeconds: null,
  gpu: null,
  inputs: {},
};

/** Where `/jobs` has no `cancelled`, an interrupted run counts as failed; only its events tell. */
function stateOf(job: WireJob, events: readonly TimelineEvent[]): RunState {
  const state = states[job.status] ?? 'running';
  const isInterrupted = events.some(({ name }) => name === 'execution_interrupted');
  return state === 'failed' && isInterrupted ? 'cancelled' : state;
}

/** The picture of the wanted node, else the first; saved pictures before previews. */
function pickOutput(
  outputs: Readonly<Record<string, unknown>>,
  outputId: string | null,
  urlOf: Reading['urlOf'],
): RunOutput | null {
  const wanted = outputId === null ? [] : picturesOf(outputs[outputId]);
  const all = Object.values(outputs).flatMap(picturesOf);
  const saved = all.filter(({ type }) => type !== 'temp');
  const [media] = [...wanted, ...saved, ...all];
  if (!media) return null;
  const { filename, subfolder, type } = media;
  const url = urlOf({ filename, subfolder: subfolder ?? '', type: type ?? 'output' });
  return { url, fileName: filename };
}

function durations(job: WireJob, events: readonly TimelineEvent[]) {
  const createdAtMs = toMs(job.create_time ?? null);
  const startedAtMs = events.find(({ name }) => name === 'execution_start')?.atMs ?? null;
  const ends = /^execution_(success|error|interrupted)$/;
  const endedAtMs = events.find(({ name }) => ends.test(name))?.atMs ?? null;
  return {
    runSeconds: secondsBetween(startedAtMs, endedAtMs),
    queueSeconds: secondsBetween(createdAtMs, startedAtMs),
  };
}

/** Comfy Cloud counts seconds, ComfyUI milliseconds. */
export function toMs(time: number | null): number | null {
  return time !== null && time < 100_000_000_000 ? time * 1000 : time;
}

function secondsBetween(fromMs: number | null, toMs: number | null): number | null {
  return fromMs === null || toMs === null ? null : Math.max(0, toMs - fromMs) / 1000;
}
