import { browser } from 'wxt/browser';
import type { BlobStore, StoredBlob } from '#shared/ports.ts';
import * as z from '#shared/zod.ts';

const documentKey = 'last-picture';

const lastPictureSchema = z.object({
  version: z.literal(1),
  sourceKey: z.string(),
  label: z.string(),
  captureRoute: z.string(),
});

/** The picture a panel starts with: whatever was captured, pasted, dropped or picked last. */
export type LastPicture = z.infer<typeof lastPictureSchema>;

export async function rememberPicture(
  source: StoredBlob,
  { label, captureRoute }: { label: string; captureRoute: string },
  blobs: BlobStore,
): Promise<LastPicture> {
  const picture: LastPicture = { version: 1, sourceKey: await blobs.put(source), label, captureRoute };
  await browser.storage.local.set({ [documentKey]: picture });
  return picture;
}

export async function loadLastPicture(): Promise<LastPicture | null> {
  const stored = await browser.storage.local.get(documentKey);
  const parsed = lastPictureSchema.safeParse(stored[documentKey]);
  return parsed.success ? parsed.data : null;
}
