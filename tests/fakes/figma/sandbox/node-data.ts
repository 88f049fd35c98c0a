import type {
  BaseNode,
  BlurEffectNormal,
  DropShadowEffect,
  ImagePaint,
  NodeType,
  SolidPaint,
  TableCellNode,
} from '@figma/plugin-typings/plugin-api-standalone';
import type { Matrix } from './matrix.ts';

/** The paints and effects that the fake takes, because it can draw them. */
export type DrawnPaint = SolidPaint | (Omit<ImagePaint, 'imageTransform'> & { imageTransform?: Matrix });
export type DrawnEffect =
  | Omit<DropShadowEffect, 'blendMode'>
  | (BlurEffectNormal & { readonly type: 'LAYER_BLUR' });

/** Everything of a node that is kept and undone. Plain JSON, so that a snapshot is a string. */
export type NodeData = {
  id: string;
  type: string;
  name: string;
  parentId: string | null;
  childIds: string[];
  isRemoved: boolean;
  /** In the coordinates of the nearest parent that is no group. Of a group, how it is turned: the rest follows. */
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
const layer = { ...shown, isMask: false, layoutPositioning: 'AUTO', opacity: 1, effects: [] } as const;
const corners = {
  cornerRadius: 0,
  topLeftRadius: 0,
  topRightRadius: 0,
  bottomLeftRadius: 0,
  bottomRightRadius: 0,
  cornerSmoothing: 0,
} as const;
const constraints = { constraints: { horizontal: 'MIN', vertical: 'MIN' } } as const;
const strokes = { strokes: [], strokeWeight: 1, strokeAlign: 'INSIDE' } as const;
const filled = { ...layer, ...strokes, fills: [], fillStyleId: '' } as const;
const shape = { ...filled, ...constraints } as const;
const frame = {
  ...shape,
  ...corners,
  layoutMode: 'NONE',
  itemReverseZIndex: false,
  itemSpacing: 0,
  clipsContent: true,
} as const;

const text = {
  ...shape,
  characters: '',
  fontName: { family: 'Inter', style: 'Regular' },
  fontSize: 12,
  hasMissingFont: false,
} as const;

/** What Figma's typings say that a node of this type has. */
export type NodeOf<T extends NodeType | 'TABLE_CELL'> = Extract<BaseNode | TableCellNode, { type: T }>;

/** The properties of each type and their first values: what is not listed does not exist there. */
const propertiesByType = {
  DOCUMENT: {},
  PAGE: {},
  FRAME: frame,
  COMPONENT: frame,
  COMPONENT_SET: frame,
  INSTANCE: frame,
  SLOT: frame,
  SECTION: { ...shown, ...corners, strokes: [], strokeWeight: 0, fills: [], fillStyleId: '' },
  GROUP: layer,
  TRANSFORM_GROUP: layer,
  BOOLEAN_OPERATION: { ...filled, cornerRadius: 0, cornerSmoothing: 0 },
  RECTANGLE: { ...shape, ...corners },
  ELLIPSE: shape,
  VECTOR: shape,
  POLYGON: shape,
  STAR: shape,
  TEXT: text,
  TEXT_PATH: text,
  LINE: shape,
  SLICE: shown,
  // The one kind that Figma makes no picture of.
  TABLE_CELL: {},
} satisfies { readonly [T in NodeType | 'TABLE_CELL']?: Partial<NodeOf<T>> };

export type FakeType = keyof typeof propertiesByType;
export const fakeTypes = Object.keys(propertiesByType) as FakeType[];

const containers = new Set(
  'DOCUMENT PAGE FRAME COMPONENT COMPONENT_SET INSTANCE SLOT SECTION GROUP TRANSFORM_GROUP BOOLEAN_OPERATION'.split(
    ' ',
  ),
);
const unplaced = new Set(['DOCUMENT', 'PAGE', 'TABLE_CELL']);

export function firstProperties(type: string): Record<string, unknown> {
  if (!(type in propertiesByType)) throw new Error(`The fake knows no node of type ${type}`);
  return structuredCopy(propertiesByType[type as FakeType]);
}

export const isContainer = (type: string): boolean => containers.has(type);
/** Whether it lies on the canvas, with a size and a transform. */
export const isPlaced = (type: string): boolean => !unplaced.has(type);
export const isGroupLike = (type: string): boolean => type === 'GROUP' || type === 'BOOLEAN_OPERATION';

export function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
