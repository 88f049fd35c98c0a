import type { Receipt } from '#shared/capture/receipt.ts';
import { receiptSchema } from '#shared/capture/receipt-schema.ts';
import { type HandoffRecipe, handoffRecipeSchema } from '#shared/handoff/handoff.ts';
import type { BlobStore, KeyValueStore, StoredBlob } from '#shared/ports.ts';
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

/** What goes along with a picture. */
export type PictureFacts = {
  label: string;
  captureRoute: string;
  receipt?: Receipt | undefined;
  presetId?: string | undefined;
  recipe?: HandoffRecipe | undefined;
};

/** Keeps a picture, and that it is the last one. */
export async function rememberPicture(
  source: StoredBlob,
  { label, captureRoute, receipt, presetId, recipe }: PictureFacts,
  { blobs, store }: { blobs: BlobStore; store: KeyValueStore },
): Promise<LastPicture> {
  const sourceKey = await blobs.put(source);
  const facts = { ...(receipt && { receipt }), ...(presetId && { presetId }), ...(recipe && { recipe }) };
  const picture: LastPicture = { version: 1, sourceKey, label, captureRoute, ...facts };
  await store.set(documentKey, picture);
  return picture;
}

/** The picture that was taken last; `null` where there is none, or none that can be read. */
export async function loadLastPicture(store: KeyValueStore): Promise<LastPicture | null> {
  const parsed = lastPictureSchema.safeParse(await store.get(documentKey));
  return parsed.success ? parsed.data : null;
}
