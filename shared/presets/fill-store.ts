import type { KeyValueStore } from '#shared/ports.ts';
import type { Fills } from '#shared/presets/placeholders.ts';
import { withUsedFills } from '#shared/presets/remembered-fills.ts';
import * as z from '#shared/zod.ts';

const documentKey = 'prompt-fills';
const fillsSchema = z.object({ version: z.literal(1), fills: z.record(z.string(), z.string()) });

/** What was filled in last, by placeholder: presets that name the same thing share it. */
export async function loadFills(store: KeyValueStore): Promise<Fills> {
  const parsed = fillsSchema.safeParse(await store.get(documentKey));
  return parsed.success ? parsed.data.fills : {};
}

/** Remembers what went into these prompts, which have their placeholders still open. */
export async function rememberFills(
  store: KeyValueStore,
  used: Fills,
  prompts: readonly string[],
): Promise<void> {
  const fills = withUsedFills(await loadFills(store), used, prompts);
  await store.set(documentKey, { version: 1, fills });
}
