import { browser } from 'wxt/browser';
import type { Receipt } from '#shared/capture/receipt.ts';
import { receiptSchema } from '#shared/capture/receipt-schema.ts';
import { type HandoffRecipe, handoffRecipeSchema } from '#shared/handoff/handoff.ts';
import type { BlobStore, StoredBlob } from '#shared/ports.ts';
import * as z from '#shared/zod.ts';

const documentKey = 'last-picture';

const lastPictureSchema = z.object({
  version: z.literal(1),
  sourceKey: z.string(),
  label: z.string(),
  captureRoute: z.string(),
  receipt: z.optional(receiptSchema),
  /** The preset that it was captured for, where that waits for words. */
  presetId: z.optional(z.string()),
  /** How another one of it is to be made, where it was handed over from Figma. */
  recipe: z.optional(handoffRecipeSchema),
});

/** The picture a panel starts with: whatever was captured, pasted, dropped or picked last. */
export type LastPicture = z.infer<typeof lastPictureSchema>;

type PictureFacts = {
  label: string;
  captureRoute: string;
  receipt?: Receipt | undefined;
  presetId?: string | undefined;
  recipe?: HandoffRecipe | undefined;
};

export async function rememberPicture(
  source: StoredBlob,
  { label, captureRoute, receipt, presetId, recipe }: PictureFacts,
  blobs: BlobStore,
): Promise<LastPicture> {
  const sourceKey = await blobs.put(source);
  const facts = { ...(receipt && { receipt }), ...(presetId && { presetId }), ...(recipe && { recipe }) };
  const picture: LastPicture = { version: 1, sourceKey, label, captureRoute, ...facts };
  await browser.storage.local.set({ [documentKey]: picture });
  return picture;
}

export async function loadLastPicture(): Promise<LastPicture | null> {
  const stored = await browser.storage.local.get(documentKey);
  const parsed = lastPictureSchema.safeParse(stored[documentKey]);
  return parsed.success ? parsed.data : null;
}
