import { browser } from 'wxt/browser';
import type { Fills } from '#shared/presets/placeholders.ts';
import { withUsedFills } from '#shared/presets/remembered-fills.ts';
import * as z from '#shared/zod.ts';

const documentKey = 'prompt-fills';
const fillsSchema = z.object({ version: z.literal(1), fills: z.record(z.string(), z.string()) });

export function parseFills(stored: unknown): Fills {
  const parsed = fillsSchema.safeParse(stored);
  return parsed.success ? parsed.data.fills : {};
}

/** What was filled in last, by placeholder: presets that name the same thing share it. */
export async function loadFills(): Promise<Fills> {
  return parseFills((await browser.storage.local.get(documentKey))[documentKey]);
}

export async function saveFills(fills: Fills): Promise<void> {
  await browser.storage.local.set({ [documentKey]: { version: 1, fills } });
}

/** Remembers what went into these prompts, which have their placeholders still open. */
export async function rememberFills(used: Fills, prompts: readonly string[]): Promise<void> {
  await saveFills(withUsedFills(await loadFills(), used, prompts));
}
