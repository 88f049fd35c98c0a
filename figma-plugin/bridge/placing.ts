import { isBytes, isNumber, isText, listOf, type Of, oneOf, orNull, recordOf } from './shape.ts';

/** Where a person wants results: over the layer, in it, next to it, or as one of several in a frame. */
export const isWay = oneOf('above', 'fill', 'beside', 'grid');
export type Way = Of<typeof isWay>;

/** A result's place among the variants of its layer. */
export const isCell = recordOf({ gridId: isText, index: isNumber, count: isNumber, label: isText });
export type Cell = Of<typeof isCell>;

/** A part of a picture that is larger than Figma takes: its edges as shares of the whole, 0..1. */
export const isTile = recordOf({
  bytes: isBytes,
  left: isNumber,
  top: isNumber,
  right: isNumber,
  bottom: isNumber,
});
export type Tile = Of<typeof isTile>;

/** What the panel hands over; `renew` puts a picture into a result that is on the canvas already. */
export const isPlacing = recordOf({
  /** A job is placed once, however often it is asked for. */
  jobId: isText,
  nodeId: isText,
  bytes: isBytes,
  /** Edge to edge over the picture, which is then a smaller copy; none where Figma takes it whole. */
  tiles: listOf(isTile),
  /** Of the picture before anything was made smaller. */
  pictureSize: recordOf({ widthPx: isNumber, heightPx: isNumber }),
  name: isText,
  way: oneOf('above', 'fill', 'beside', 'grid', 'renew'),
  cell: orNull(isCell),
  /** Layers within it that stay live above the picture. */
  exactIds: listOf(isText),
  /** The picture that was sent, kept with the result so that it can always be made again from there. */
  original: orNull(isBytes),
  /** How it was made, as the panel wrote it. */
  recipe: isText,
});
export type Placing = Of<typeof isPlacing>;

/** Where a result went. Its words are in `shared/i18n/en/figma.ts`; the long ones say why not as asked. */
export const isWhere = oneOf(
  'above',
  'above-component',
  'above-no-fill',
  'above-locked',
  'fill',
  'beside',
  'grid',
  'renewed',
  'page',
);
export type Where = Of<typeof isWhere>;

export const isPlacement = recordOf({ nodeId: isText, where: isWhere, tileCount: isNumber });
export type Placement = Of<typeof isPlacement>;
