import { browser } from 'wxt/browser';
import { defaultNameTemplate } from '#shared/jobs/batch/output-names.ts';
import * as z from '#shared/zod.ts';

const documentKey = 'batch-settings';

export const slotLimits = { min: 1, max: 16 };

const schema = z.object({
  version: z.literal(1),
  /** Pictures that are paid for at the same time. */
  slots: z.number().check(z.minimum(slotLimits.min), z.maximum(slotLimits.max)),
  nameTemplate: z.string(),
});

export type BatchSettings = z.infer<typeof schema>;

const initial: BatchSettings = { version: 1, slots: 4, nameTemplate: defaultNameTemplate };

/** Stored settings; the usual ones where there are none, or none that can be read. */
export function parseBatchSettings(stored: unknown): BatchSettings {
  const parsed = schema.safeParse(stored);
  return parsed.success ? parsed.data : initial;
}

export async function loadBatchSettings(): Promise<BatchSettings> {
  return parseBatchSettings((await browser.storage.local.get(documentKey))[documentKey]);
}

export async function saveBatchSettings(settings: BatchSettings): Promise<void> {
  await browser.storage.local.set({ [documentKey]: settings });
}
