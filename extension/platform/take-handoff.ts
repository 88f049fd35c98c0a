import { type Handoff, pictureToRestyle } from '#shared/handoff/handoff.ts';
import { handoffWords } from '#shared/i18n/en/handoff.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';
import type { BlobStore, StoredBlob } from '#shared/ports.ts';
import { type LastPicture, rememberPicture } from './last-picture.ts';

/** A picture that was handed over, as panels take one. */
export function handedOver(
  handoff: Handoff,
): { source: StoredBlob } & Omit<LastPicture, 'version' | 'sourceKey'> {
  const bytes = pictureToRestyle(handoff);
  return {
    source: { bytes, mimeType: sniffMimeType(bytes) ?? '' },
    label: handoff.name || handoffWords.unnamed,
    captureRoute: 'figma',
    ...(handoff.recipe && { recipe: handoff.recipe }),
  };
}

/** Has the next panel that is opened begin with it. Nothing is run. */
export async function takeHandoff(handoff: Handoff, blobs: BlobStore): Promise<void> {
  const { source, ...facts } = handedOver(handoff);
  await rememberPicture(source, facts, blobs);
}
