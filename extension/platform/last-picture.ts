import { browser } from 'wxt/browser';
import type { Receipt } from '#shared/capture/receipt.ts';
import { receiptSchema } from '#shared/capture/receipt-schema.ts';
import type { BlobStore, StoredBlob } from '#shared/ports.ts';
import * as z from '#shared/zod.ts';

const documentKey = 'last-picture';

const lastPictureSchema = z.object({
  version: z.literal(1),
  sourceKey: z.string(),
  label: z.string(),
  captureRoute: z.string(),
  receipt: z.optional(receiptSchema),
});

/** The picture a panel starts with: whatever was captured, pasted, dropped or picked last. */
export type LastPicture = z.infer<typeof lastPictureSchema>;

export async function rememberPicture(
  source: StoredBlob,
  { label, captureRoute, receipt }: { label: string; captureRoute: string; receipt?: Receipt | undefined },
  blobs: BlobStore,
): Promise<LastPicture> {
  const sourceKey = await blobs.put(source);
  const picture: LastPicture = { version: 1, sourceKey, label, captureRoute, ...(receipt && { receipt }) };
  await browser.storage.local.set({ [documentKey]: picture });
  return picture;
}

export async function loadLastPicture(): Promise<LastPicture | null> {
  const stored = await browser.storage.local.get(documentKey);
  const parsed = lastPictureSchema.safeParse(stored[documentKey]);
  return parsed.success ? parsed.data : null;
}
