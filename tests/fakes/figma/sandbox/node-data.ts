import type { Matrix } from './matrix.ts';

export type Paint = Readonly<Record<string, unknown>> & { type: string };

/** Everything of a node that is kept and undone. Plain JSON, so that a snapshot is a string. */
export type NodeData = {
  id: string;
  type: string;
  name: string;
  parentId: string | null;
  childIds: string[];
  isRemoved: boolean;
  /** In the coordinates of the nearest parent that is no group. */
  transform: Matrix;
  width: number;
  height: number;
  pluginData: Record<string, string>;
  /** Buttons beside the node, by command. */
  relaunchData: Record<string, string>;
  /** Everything else that a type of node has. */
  properties: Record<string, unknown>;
};

const shown = { visible: true, locked: false };
const layer = { ...shown, isMask: false, layoutPositioning: 'AUTO', opacity: 1 };
const corners = {
  cornerRadius: 0,
  topLeftRadius: 0,
  topRightRadius: 0,
  bottomLeftRadius: 0,
  bottomRightRadius: 0,
  cornerSmoothing: 0,
};
const constraints = { constraints: { horizontal: 'MIN', vertical: 'MIN' } };
const shape = { ...layer, ...constraints, fills: [], fillStyleId: '', strokes: [] };
const frame = {
  ...shape,
  ...corners,
  layoutMode: 'NONE',
  itemReverseZIndex: false,
  itemSpacing: 0,
  clipsContent: true,
};

const text = {
  ...shape,
  characters: '',
  fontName: { family: 'Inter', style: 'Regular' },
  fontSize: 12,
  hasMissingFont: false,
};

/** The properties of each type and their first values: what is not listed does not exist there. */
const propertiesByType: Readonly<Record<string, Record<string, unknown>>> = {
  DOCUMENT: {},
  PAGE: {},
  FRAME: frame,
  COMPONENT: frame,
  COMPONENT_SET: frame,
  INSTANCE: frame,
  SLOT: frame,
  SECTION: { ...shown, fills: [] },
  GROUP: layer,
  TRANSFORM_GROUP: layer,
  BOOLEAN_OPERATION: { ...shape, cornerRadius: 0, cornerSmoothing: 0 },
  RECTANGLE: { ...shape, ...corners },
  ELLIPSE: shape,
  VECTOR: shape,
  POLYGON: shape,
  STAR: shape,
  TEXT: text,
  TEXT_PATH: text,
  LINE: shape,
  SLICE: shown,
  EMBED: shown,
};

const containers = new Set(
  'DOCUMENT PAGE FRAME COMPONENT COMPONENT_SET INSTANCE SLOT SECTION GROUP TRANSFORM_GROUP BOOLEAN_OPERATION'.split(
    ' ',
  ),
);
const unplaced = new Set(['DOCUMENT', 'PAGE', 'EMBED']);

export function firstProperties(type: string): Record<string, unknown> {
  const properties = propertiesByType[type];
  if (!properties) throw new Error(`The fake knows no node of type ${type}`);
  return structuredCopy(properties);
}

export const isContainer = (type: string): boolean => containers.has(type);
/** Whether it lies on the canvas, with a size and a transform. */
export const isPlaced = (type: string): boolean => !unplaced.has(type);
export const isGroupLike = (type: string): boolean => type === 'GROUP' || type === 'BOOLEAN_OPERATION';

export function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
