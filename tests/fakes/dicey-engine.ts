import type { Engine, EngineId, EngineRun, RunState } from '#shared/engines/engine.ts';
import { takeHealth } from '#shared/engines/health.ts';
import { mayHaveStarted } from '#shared/engines/start-outcome.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { createVirtualClock } from './virtual-clock.ts';

/** A number below `sides`, by chance that a test can repeat. */
export type Dice = (sides: number) => number;

const faults: readonly ErrorCode[] = [
  'unreachable',
  'timeout',
  'server-failed',
  'network-blocked',
  'network-sign-in',
  'untrusted-connection',
  'unexpected-answer',
  'rate-limited',
  'unauthorized',
  'no-credit',
];
const states: readonly RunState[] = ['running', 'failed', 'timeout', 'cancelled'];

/** Dice that a test has shrunk may come round for ever. */
const maxLooks = 20;

export type DiceyEngine = {
  engine: Engine;
  /** Nonces under which a run may exist that has not been seen to end. */
  open: ReadonlySet<string>;
};

/** An engine to which anything may happen at any call, and that knows better than its client what did. */
export function createDiceyEngine(id: EngineId, roll: Dice): DiceyEngine {
  const open = new Set<string>();
  let looks = 0;
  const maybeFails = () => {
    if (roll(3) === 0) throw new AppError(faults[roll(faults.length)] ?? 'unknown', 'by chance');
  };
  const engine: Engine = {
    id,
    describe: async () => ({ name: id, workflowVersion: 'v', inputs: [], outputId: null, gpu: null }),
    async upload() {
      maybeFails();
      return 'picture';
    },
    async start({ nonce }) {
      try {
        maybeFails();
      } catch (error) {
        // What is no refusal leaves it open whether there is a run.
        if (mayHaveStarted((error as AppError).code)) open.add(nonce);
        throw error;
      }
      open.add(nonce);
      return nonce;
    },
    async get(runId) {
      maybeFails();
      looks += 1;
      const rolled = states[roll(states.length)] ?? 'failed';
      const state = looks % maxLooks === 0 ? 'failed' : rolled;
      if (state !== 'running') open.delete(runId);
      return { ...unfinished, state };
    },
    cancel: async () => maybeFails(),
    async fetchOutput() {
      throw new AppError('result-unreadable', 'There is none');
    },
    async reconcile({ nonce }) {
      maybeFails();
      const found = open.has(nonce) && roll(2) === 0;
      return found ? { state: 'found', runId: nonce } : { state: roll(3) === 0 ? 'unclear' : 'absent' };
    },
    failureReason: async () => null,
    prices: async () => ({}),
    health: (signal) => takeHealth(async () => ({ waiting: null }), { clock: createVirtualClock(), signal }),
  };
  return { engine, open };
}

const unfinished: EngineRun = {
  state: 'running',
  progressRatio: null,
  queuePosition: null,
  output: null,
  runSeconds: null,
  queueSeconds: null,
  gpu: null,
  inputs: {},
};
