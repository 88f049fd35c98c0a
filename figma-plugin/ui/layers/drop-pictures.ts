import type { HandoffRecipe } from '#shared/handoff/handoff.ts';
import { readRecipeNote } from '#shared/history/recipe-note.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import type { Bytes } from '#shared/ports.ts';
import { maxSidePx } from '../../bridge/figma-limits.ts';
import type { Params } from '../../bridge/messages.ts';
import type { MainThread } from '../../bridge/request.ts';

const asTheyAre: readonly string[] = ['image/png', 'image/jpeg', 'image/gif'];

/** A picture that lies on the canvas now, and how another one of it is to be made. */
export type Taken = { nodeId: string; recipe: HandoffRecipe | null };

/** Of a result: what it was made from, and how. */
export type Made = Params<'add-picture'>['made'];

/** A file as a layer. How it was made is known where it is one of ours. */
export async function addPictureFile(file: File, main: MainThread, codec: ImageCodec): Promise<Taken> {
  const bytes: Bytes = new Uint8Array(await file.arrayBuffer());
  const picture = { bytes, name: file.name.replace(/\.\w+$/, ''), made: null };
  return { nodeId: await addPicture(picture, main, codec), recipe: readRecipeNote(bytes) };
}

/**
 * A picture onto the canvas. What Figma does not take, such as WebP or more than 4096 pixels a
 * side, becomes a PNG that it takes. Answers the layer's id. Raises what `readPictureHeader` raises for files that are none.
 */
export async function addPicture(
  { bytes, name, made }: { bytes: Bytes; name: string; made: Made },
  main: MainThread,
  codec: ImageCodec,
): Promise<string> {
  const { mimeType, widthPx, heightPx } = readPictureHeader(bytes);
  const ratio = Math.min(1, maxSidePx / Math.max(widthPx, heightPx));
  const size = {
    widthPx: Math.max(1, Math.floor(widthPx * ratio)),
    heightPx: Math.max(1, Math.floor(heightPx * ratio)),
  };
  const isTaken = ratio === 1 && asTheyAre.includes(mimeType);
  const taken = isTaken ? bytes : await codec.render(bytes, mimeType, { ...size, mimeType: 'image/png' });
  return (await main.request('add-picture', { bytes: taken, name, ...size, made })).nodeId;
}
