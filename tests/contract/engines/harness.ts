import type { Engine, EngineId } from '#shared/engines/engine.ts';

/** The behaviours every engine is put through; each is set up on a server of the engine's own kind. */
export const behaviours = [
  'success',
  'failed',
  'cancelled',
  'timeout',
  'lost-answer',
  'no-outputs',
  'many-outputs',
  'large-upload',
  'bad-key',
  'down',
  'html',
  'slow',
] as const;

export type Behaviour = (typeof behaviours)[number];

export type OpenEngine = {
  engine: Engine;
  /** Runs the server was ever asked for and has made. */
  runsMade(): Promise<number>;
  /** For `lost-answer`: the nonce under which the run must be found. */
  close(): Promise<void>;
};

/** How one engine is put into each behaviour. */
export type EngineHarness = {
  id: EngineId;
  /** A fresh engine against a fresh server that behaves so. */
  open(behaviour: Behaviour): Promise<OpenEngine>;
  /** Behaviours that cannot be, with the reason (an engine without a network is never down). */
  cannotBe: Partial<Record<Behaviour, string>>;
};
