import type { LastPicture } from '#shared/capture/last-picture.ts';
import { type Handoff, pictureToRestyle } from '#shared/handoff/handoff.ts';
import { handoffWords } from '#shared/i18n/en/handoff.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';
import type { StoredBlob } from '#shared/ports.ts';

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
