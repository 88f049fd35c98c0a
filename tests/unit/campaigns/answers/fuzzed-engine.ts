import type { Engine, EngineId } from '#shared/engines/engine.ts';
import type { Bytes, Clock, HttpFetch } from '#shared/ports.ts';

/** One engine, what its server answers when all is well, and all it can be asked. */
export type FuzzedEngine = {
  id: EngineId;
  create(ports: { fetch: HttpFetch; clock: Clock }): Engine;
  /** The right answer to a request. */
  answerTo(path: string, method: string): unknown;
  runId: string;
};

const picture = { bytes: new Uint8Array(3) as Bytes, mimeType: 'image/png', fileName: 'a.png' } as const;
const output = { url: 'https://api.example.com/view/o.png', fileName: 'o.png' };

export const calls: readonly [string, (engine: Engine, runId: string) => Promise<unknown>][] = [
  ['describe', (engine) => engine.describe()],
  ['upload', (engine) => engine.upload(picture)],
  ['start', (engine) => engine.start({ inputs: {}, nonce: 'n' })],
  ['get', (engine, runId) => engine.get(runId)],
  [
    'get, and what was sent',
    async (engine, runId) => engine.substituted?.({ prompt: 'x', seed: 7 }, await engine.get(runId), []),
  ],
  ['cancel', (engine, runId) => engine.cancel(runId)],
  ['fetchOutput', (engine) => engine.fetchOutput(output)],
  ['reconcile', (engine) => engine.reconcile({ nonce: 'n', sentAtMs: 0 })],
  ['failureReason', (engine, runId) => engine.failureReason(runId)],
  ['prices', (engine) => engine.prices()],
];
