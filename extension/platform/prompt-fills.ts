import { browser } from 'wxt/browser';
import type { Fills } from '#shared/presets/placeholders.ts';
import * as z from '#shared/zod.ts';

const documentKey = 'prompt-fills';
const fillsSchema = z.object({ version: z.literal(1), fills: z.record(z.string(), z.string()) });
/** As many as are remembered: the last ones. */
const mostFills = 60;

/** What was filled in last, by placeholder: presets that name the same thing share it. */
export async function loadFills(): Promise<Fills> {
  const parsed = fillsSchema.safeParse((await browser.storage.local.get(documentKey))[documentKey]);
  return parsed.success ? parsed.data.fills : {};
}

export async function rememberFills(used: Fills): Promise<void> {
  const all = Object.entries({ ...(await loadFills()), ...used }).filter(([, value]) => value.trim() !== '');
  const fills = Object.fromEntries(all.slice(-mostFills));
  await browser.storage.local.set({ [documentKey]: { version: 1, fills } });
}
