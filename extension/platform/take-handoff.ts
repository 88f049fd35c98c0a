import { handedOver } from '#shared/handoff/handed-over.ts';
import type { Handoff } from '#shared/handoff/handoff.ts';
import type { BlobStore } from '#shared/ports.ts';
import { rememberPicture } from './last-picture.ts';

/** Has the next panel that is opened begin with it. Nothing is run. */
export async function takeHandoff(handoff: Handoff, blobs: BlobStore): Promise<void> {
  const { source, ...facts } = handedOver(handoff);
  await rememberPicture(source, facts, blobs);
}
