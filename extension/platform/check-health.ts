import { browser } from 'wxt/browser';
import type { Connection } from '#shared/connection/connection.ts';
import type { EngineId } from '#shared/engines/engine.ts';
import { type EngineHealth, healthFromError, type SeenState, seenSince } from '#shared/engines/health.ts';
import { systemClock } from '#shared/platform.ts';
import * as z from '#shared/zod.ts';
import { openConnection } from './open-connection.ts';
import type { Services } from './services.ts';

const seenSchema = z.object({
  version: z.literal(1),
  state: z.enum(['up', 'slow', 'busy', 'refusing', 'down']),
  sinceMs: z.number(),
});

/** How an engine is doing, and since when as far as anybody on this device has looked. */
export type LastingHealth = EngineHealth & { sinceMs: number };

/** Asks an engine how it is doing; one free request, made only when somebody looks. */
export async function checkHealth(connection: Connection, services: Services): Promise<LastingHealth> {
  const { engine } = connection;
  const health = await openConnection(connection, services).then(
    (opened) => opened.health(),
    (error: unknown) => healthFromError(error, systemClock.nowMs()),
  );
  const seen = seenSince(await loadSeen(engine), health);
  await browser.storage.local.set({ [keyOf(engine)]: { version: 1, ...seen } });
  return { ...health, sinceMs: seen.sinceMs };
}

async function loadSeen(engine: EngineId): Promise<SeenState | null> {
  const stored = await browser.storage.local.get(keyOf(engine));
  const parsed = seenSchema.safeParse(stored[keyOf(engine)]);
  return parsed.success ? parsed.data : null;
}

const keyOf = (engine: EngineId) => `health.${engine}`;
