import type { Engine, EngineRun } from '#shared/engines/engine.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Bytes, Clock } from '#shared/ports.ts';

type Options = {
  clock: Clock;
  /** How long each run takes, in the order they are started. */
  durationsMs: readonly number[];
  uploadMs: number;
  /** Whether a look waits until the run has ended, as if the engine told of it by itself. */
  tellsTheEnd: boolean;
  result: Bytes;
};

/** An engine whose runs take simulated time and are always as many as are asked for. */
export function createSimulatedEngine({
  clock,
  durationsMs,
  uploadMs,
  tellsTheEnd,
  result,
}: Options): Engine {
  const endsAtMs: number[] = [];
  const unasked = async () => {
    throw new AppError('unknown', 'Nothing goes wrong in this simulation');
  };
  return {
    id: 'comfydeploy',
    describe: unasked,
    async upload() {
      await clock.sleep(uploadMs);
      return 'https://storage/picture.png';
    },
    async start() {
      endsAtMs.push(clock.nowMs() + (durationsMs[endsAtMs.length] ?? 0));
      return String(endsAtMs.length - 1);
    },
    async get(runId) {
      const endMs = endsAtMs[Number(runId)] ?? 0;
      if (tellsTheEnd) await clock.sleep(endMs - clock.nowMs());
      return runAt(clock.nowMs() >= endMs, durationsMs[Number(runId)] ?? 0);
    },
    cancel: unasked,
    fetchOutput: async () => result,
    reconcile: unasked,
    failureReason: async () => null,
    prices: async () => ({}),
    health: unasked,
  };
}

function runAt(hasEnded: boolean, durationMs: number): EngineRun {
  return {
    state: hasEnded ? 'success' : 'running',
    progressRatio: null,
    queuePosition: null,
    output: hasEnded ? { url: 'https://storage/result.png', fileName: 'result.png' } : null,
    runSeconds: hasEnded ? durationMs / 1_000 : null,
    queueSeconds: 0,
    gpu: null,
    inputs: {},
  };
}
