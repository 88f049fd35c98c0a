import type { KeyValueStore } from '#shared/ports.ts';
import type { Fills } from '#shared/presets/placeholders.ts';
import { withUsedFills } from '#shared/presets/remembered-fills.ts';
import * as z from '#shared/zod.ts';

const documentKey = 'prompt-fills';
const fillsSchema = z.object({ version: z.literal(1), fills: z.record(z.string(), z.string()) });

/** What was kept, here or in a file; nothing where it cannot be read. */
export function parseFills(stored: unknown): Fills {
  const parsed = fillsSchema.safeParse(stored);
  return parsed.success ? parsed.data.fills : {};
}

/** What was filled in last, by placeholder: presets that name the same thing share it. */
export async function loadFills(store: KeyValueStore): Promise<Fills> {
  return parseFills(await store.get(documentKey));
}

/** Puts these in place of all that were kept. */
export async function saveFills(store: KeyValueStore, fills: Fills): Promise<void> {
  await store.set(documentKey, { version: 1, fills });
}

/** Remembers what went into these prompts, which have their placeholders still open. */
export async function rememberFills(
  store: KeyValueStore,
  used: Fills,
  prompts: readonly string[],
): Promise<void> {
  await saveFills(store, withUsedFills(await loadFills(store), used, prompts));
}
