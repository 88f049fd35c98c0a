import { isBytes, isFlag, isNumber, isText, listOf, type Of, oneOf, orNull, recordOf } from './shape.ts';

/** Why a layer cannot be sent; its words are in `shared/i18n/en/figma.ts`. */
export const isLayerProblem = oneOf('hidden', 'no-area', 'empty', 'unsupported');
export type LayerProblem = Of<typeof isLayerProblem>;

/** What the panel knows of a selected layer. Ids cross between the worlds, never nodes. */
export const isLayer = recordOf({
  nodeId: isText,
  name: isText,
  widthPx: isNumber,
  heightPx: isNumber,
  problem: orNull(isLayerProblem),
  /** How it was made, as the panel wrote it, where it is a result itself. */
  recipe: orNull(isText),
  /** What is sent: the layer as it is seen, the picture in it, or the one a result was made from. */
  sent: oneOf('look', 'picture', 'original'),
});
export type Layer = Of<typeof isLayer>;

/** The selection in reading order; `unlisted` counts what is beyond the panel's limit. */
export const isSelection = recordOf({ layers: listOf(isLayer), unlisted: isNumber });
export type Selection = Of<typeof isSelection>;

/** A layer as it will be sent, small: its thumbnail, and the size of the picture itself. */
export const isLayerPreview = recordOf({ thumbnail: isBytes, widthPx: isNumber, heightPx: isNumber });
export type LayerPreview = Of<typeof isLayerPreview>;

/** What the file says for a placeholder of a prompt; `null` where it says nothing. */
export const isFileValue = recordOf({ name: isText, value: orNull(isText) });
export type FileValue = Of<typeof isFileValue>;

/** The two rows of a 2x3 matrix: from a layer's own pixels to the canvas. */
const isMatrixRow = (value: unknown): value is [number, number, number] =>
  listOf(isNumber)(value) && value.length === 3;
const isMatrix = (value: unknown): value is [[number, number, number], [number, number, number]] =>
  listOf(isMatrixRow)(value) && value.length === 2;
export type Matrix = readonly [readonly [number, number, number], readonly [number, number, number]];

/** Where a layer lies, enough to put a picture there once the layer itself is gone. */
export const isPlace = recordOf({ transform: isMatrix, widthPx: isNumber, heightPx: isNumber });
export type Place = Of<typeof isPlace>;

/** A layer within a selected one, which can be kept exactly as it is. */
export const isPart = recordOf({ nodeId: isText, name: isText, isText: isFlag });
export type Part = Of<typeof isPart>;
