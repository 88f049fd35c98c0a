import type { Connection } from '#shared/connection/connection.ts';
import { type EngineId, engineIds } from '#shared/engines/engine.ts';
import * as z from '#shared/zod.ts';

/**
 * Which engine goes on by itself when another is down, as the team's settings name them: from the one
 * that is down to the one that takes over. Where an engine is not in it, a person is asked.
 */
export type Fallbacks = Readonly<Partial<Record<EngineId, EngineId>>>;

const storedSchema = z.record(z.string(), z.string());

/** Stored fallbacks, as far as they name two connected engines of which the second may take over. */
export function parseFallbacks(stored: unknown, connections: readonly Connection[]): Fallbacks {
  const parsed = storedSchema.safeParse(stored);
  if (!parsed.success) return {};
  const pairs = engineIds.flatMap((from) => {
    const to = successorsOf(from, connections).find(({ engine }) => engine === parsed.data[from]);
    return to && connections.some(({ engine }) => engine === from) ? [[from, to.engine] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** Engines that may take over without asking: a sample look never passes for a real run. */
export function successorsOf(from: EngineId, connections: readonly Connection[]): Connection[] {
  return connections.filter(({ engine }) => engine !== from && engine !== 'on-device');
}
