import { randomUUID } from 'node:crypto';
import type { StandInClock } from '../clock.ts';
import type { ObjectStore } from '../storage/object-store.ts';
import type { Timing } from '../timing.ts';
import { fetchPicture } from './fetch-picture.ts';
import { outOfMemory, publishOutputs } from './outcome.ts';
import type { Renderer } from './renderer.ts';
import { endRun, type FinalStatus, type Run } from './run.ts';

type ContainerParts = {
  clock: StandInClock;
  timing: () => Timing;
  objects: ObjectStore;
  renderer: Renderer;
  storageUrl: string;
  megapixels: number;
  /** Told of every change of status. */
  onChange(run: Run): void;
};

/** Share of a run after which a failing node fails. */
const failingShare = 0.6;

function log(run: Run, nowMs: number, lines: readonly string[]): void {
  run.logs.push(...lines.map((text, index) => ({ atMs: nowMs + index, text })));
}

async function draw(parts: ContainerParts, run: Run): Promise<Uint8Array> {
  const { prompt, strength, seed } = run.resolved;
  const bytes = await fetchPicture(run.resolved, parts.storageUrl, run.cancelling.signal);
  return parts.renderer.render({ bytes, prompt, strength, seed, megapixels: parts.megapixels });
}

/** `queued`, `started`, `running`, each when its time has come; stops short when cancelled. */
async function goThroughStages(parts: ContainerParts, run: Run, coldStartMs: number): Promise<void> {
  const { clock, onChange } = parts;
  const { signal } = run.cancelling;
  run.queuedAtMs = clock.nowMs();
  run.gpuEventId = randomUUID();
  onChange(run);
  await clock.sleepUntil(run.queuedAtMs + coldStartMs, signal);
  if (signal.aborted) return;
  run.startedAtMs = clock.nowMs();
  const runMs = parts.timing().runMs;
  onChange(run);
  await clock.sleepUntil(run.startedAtMs + runMs * 0.1, signal);
  if (signal.aborted) return;
  run.runningAtMs = clock.nowMs();
  run.runMs = runMs * 0.9;
  onChange(run);
}

/** A node throws on the way, or the graph runs into `run_timeout`: no outputs, only logs. */
async function breakDown(
  parts: ContainerParts,
  run: Run,
  ending: 'failed' | 'timeout',
): Promise<FinalStatus> {
  const shareMs = run.runMs * (ending === 'failed' ? failingShare : 1);
  await parts.clock.sleepUntil((run.runningAtMs ?? 0) + shareMs, run.cancelling.signal);
  const usual = ending === 'failed' ? outOfMemory : ['got prompt'];
  log(run, parts.clock.nowMs(), run.script?.logs ?? usual);
  return ending;
}

async function succeed(parts: ContainerParts, run: Run): Promise<FinalStatus> {
  const { signal } = run.cancelling;
  const drawn = draw(parts, run);
  await Promise.all([drawn, parts.clock.sleepUntil((run.runningAtMs ?? 0) + run.runMs, signal)]);
  const nowMs = parts.clock.nowMs();
  if (!signal.aborted) run.outputs = publishOutputs(run, await drawn, parts.objects, nowMs);
  const seconds = (nowMs - (run.startedAtMs ?? nowMs)) / 1000;
  log(run, nowMs, [
    'got prompt',
    '100%|██████████| 20/20',
    `Prompt executed in ${seconds.toFixed(2)} seconds`,
  ]);
  return 'success';
}

function finish(parts: ContainerParts, run: Run): Promise<FinalStatus> {
  const outcome = run.script?.outcome;
  const breaks = outcome === 'failed' || outcome === 'timeout';
  return breaks ? breakDown(parts, run, outcome) : succeed(parts, run);
}

/** What one container does with one run, from pick-up to its end. */
export async function workOff(parts: ContainerParts, run: Run, coldStartMs: number): Promise<void> {
  await goThroughStages(parts, run, coldStartMs);
  if (run.ending !== null) return;
  try {
    const ending = await finish(parts, run);
    if (endRun(run, ending, parts.clock.nowMs())) parts.onChange(run);
  } catch (error) {
    log(run, parts.clock.nowMs(), ['!!! Exception during processing !!!', String(error)]);
    if (endRun(run, 'failed', parts.clock.nowMs())) parts.onChange(run);
  }
}
