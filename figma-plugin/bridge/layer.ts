import { isFlag, isNumber, isText, listOf, type Of, oneOf, orNull, recordOf } from './shape.ts';

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
});
export type Layer = Of<typeof isLayer>;

/** The selection in reading order; `unlisted` counts what is beyond the panel's limit. */
export const isSelection = recordOf({ layers: listOf(isLayer), unlisted: isNumber });
export type Selection = Of<typeof isSelection>;

/** The two rows of a 2x3 matrix: from a layer's own pixels to the canvas. */
const isMatrixRow = (value: unknown): value is [number, number, number] =>
  listOf(isNumber)(value) && value.length === 3;
const isMatrix = (value: unknown): value is [[number, number, number], [number, number, number]] =>
  listOf(isMatrixRow)(value) && value.length === 2;
export type Matrix = readonly [readonly [number, number, number], readonly [number, number, number]];

/** Where a layer lies, enough to put a picture there once the layer itself is gone. */
export const isPlace = recordOf({ transform: isMatrix, widthPx: isNumber, heightPx: isNumber });
export type Place = Of<typeof isPlace>;

/** Components are left alone: results for what is inside them lie just above them. */
export const isPlacement = recordOf({ nodeId: isText, aboveComponent: isFlag });
export type Placement = Of<typeof isPlacement>;
