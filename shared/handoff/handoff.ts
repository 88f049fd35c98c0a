import { AppError, isAppError } from '#shared/errors/app-error.ts';
import { type PictureLimits, readPictureHeader } from '#shared/images/header.ts';
import { joinBytes } from '#shared/images/join-bytes.ts';
import type { Packet } from '#shared/pairing/packet.ts';
import type { Bytes } from '#shared/ports.ts';
import * as z from '#shared/zod.ts';

const text = (maxLength: number) => z.string().check(z.maxLength(maxLength));
const within = (min: number, max: number) => z.number().check(z.minimum(min), z.maximum(max));

/**
 * What decides a picture, as far as it means the same wherever it is taken up: engine, server and
 * deployment are the other side's own.
 */
export const handoffRecipeSchema = z.object({
  presetId: z.nullable(text(200)),
  /** What the preset is called, for whoever does not have it. */
  presetName: z.nullable(text(200)),
  prompt: text(20_000),
  /** 0..1; `null` where the workflow has none. */
  strength: z.nullable(within(0, 1)),
  /** `null`: a fresh one is drawn for every picture. */
  seed: z.nullable(within(1, 4_294_967_295)),
});
export type HandoffRecipe = z.infer<typeof handoffRecipeSchema>;

/**
 * A picture on its way between a browser and Figma, whole in itself: no server keeps it, and there is no
 * address, key or account in it. Taking one up spends nothing.
 */
export type Handoff = {
  /** What the picture is called: its file's or layer's name; '' where it has none to tell. */
  name: string;
  /** PNG or JPEG. */
  picture: Bytes;
  /** What `picture` was made from, where it is a result: another one begins there. */
  original: Bytes | null;
  recipe: HandoffRecipe | null;
};

/** Of one picture. Larger than what `handoffPicture` makes. */
export const handoffLimits: PictureLimits = {
  maxBytes: 4 * 1024 * 1024,
  maxAreaPx: 4096 * 4096,
  maxSidePx: 4096,
};

const maxNameLength = 200;

const headSchema = z.object({
  version: z.literal(1),
  name: text(maxNameLength),
  recipe: z.nullable(handoffRecipeSchema),
  pictureBytes: within(1, handoffLimits.maxBytes),
  originalBytes: within(0, handoffLimits.maxBytes),
});

/**
 * Both pictures one after the other, with what is said about them; a recipe that is no such thing, or longer
 * than any prompt, is left out. Raises `handoff-too-large`.
 */
export function writeHandoff({ name, picture, original, recipe }: Handoff): Packet {
  const sizes = { pictureBytes: picture.length, originalBytes: original?.length ?? 0 };
  if (Math.max(...Object.values(sizes)) > handoffLimits.maxBytes) throw tooLarge();
  const told = handoffRecipeSchema.safeParse(recipe).data ?? null;
  const said = { version: 1, name: name.slice(0, maxNameLength), recipe: told, ...sizes };
  return { said, bytes: joinBytes(original ? [picture, original] : [picture]) };
}

/**
 * What somebody handed over, checked to be that and nothing else. Raises `handoff-unreadable` for what is
 * damaged, cut short or no picture, `handoff-newer` for a version to come, `handoff-too-large`.
 */
export function readHandoff({ said, bytes }: Packet): Handoff {
  const head = headSchema.safeParse(said);
  if (!head.success) throw isNewer(said) ? newer() : unreadable('The hand-off says something else');
  const { name, recipe, pictureBytes, originalBytes } = head.data;
  if (!Number.isInteger(recipe?.seed ?? 1)) throw unreadable('The seed is no seed');
  if (bytes.length !== pictureBytes + originalBytes) throw unreadable('The hand-off is cut short');
  const picture = bytes.slice(0, pictureBytes);
  const original = originalBytes > 0 ? bytes.slice(pictureBytes) : null;
  for (const each of [picture, original]) if (each) assertPicture(each);
  return { name, recipe, picture, original };
}

/** The one picture to begin with: what a result was made from, else the picture itself. */
export function pictureToRestyle({ picture, original }: Handoff): Bytes {
  return original ?? picture;
}

/** Raised for what is ours and cannot be used. */
export function unreadable(detail: string): AppError {
  return new AppError('handoff-unreadable', detail);
}

export function tooLarge(): AppError {
  return new AppError('handoff-too-large', `A picture has more than ${handoffLimits.maxBytes} bytes`);
}

function newer(): AppError {
  return new AppError('handoff-newer', 'The hand-off is of a later version');
}

function isNewer(said: unknown): boolean {
  const { version } = (said ?? {}) as { version?: unknown };
  return typeof version === 'number' && version > 1;
}

/** By its first bytes: what it is called and says of itself decides nothing. */
function assertPicture(bytes: Bytes): void {
  const { mimeType } = headerOf(bytes);
  if (mimeType !== 'image/png' && mimeType !== 'image/jpeg') throw unreadable(`${mimeType} is handed over`);
}

function headerOf(bytes: Bytes) {
  try {
    return readPictureHeader(bytes, handoffLimits);
  } catch (error) {
    if (!isAppError(error)) throw error;
    throw error.code === 'picture-too-large' ? tooLarge() : unreadable(error.data.detail);
  }
}
