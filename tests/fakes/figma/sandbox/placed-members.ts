import type {
  AspectRatioLockMixin,
  ExportMixin,
  LayoutMixin,
  MinimalFillsMixin,
  SceneNode,
  Transform,
} from '@figma/plugin-typings/plugin-api-standalone';
import { exportNode } from './export-node.ts';
import type { FakeWorld } from './fake-world.ts';
import { hasUnitAxes, type Matrix } from './matrix.ts';
import { type MembersOf, value } from './members.ts';
import { type NodeData, structuredCopy } from './node-data.ts';
import { checkOverride } from './override-rules.ts';
import { renderBounds } from './render-bounds.ts';
import { piecesOf } from './scene.ts';

type Copying = { clone(): SceneNode };

/** Of everything that lies on the canvas. */
export function placedMembers(world: FakeWorld) {
  const { document } = world;
  return {
    width: value((data) => document.size(data).width),
    height: value((data) => document.size(data).height),
    absoluteTransform: value((data) => frozenMatrix(document.absoluteTransform(data))),
    relativeTransform: {
      get: (data) => frozenMatrix(document.relativeTransform(data)),
      set: (data, matrix) => setTransform(world, data, matrix),
    },
    absoluteBoundingBox: value((data) => document.bounds(data)),
    clone: value((data) => () => world.facade(document.copy(data.id).id)),
    exportAsync: value((data) => ((settings: object = {}) => exportNode(world, data, settings)) as never),
  } satisfies MembersOf<LayoutMixin & ExportMixin & Copying>;
}

/** Of everything that is laid out: a section is not. */
export function drawnMembers(world: FakeWorld) {
  return {
    absoluteRenderBounds: value((data) => seenBounds(world, data)),
  } satisfies MembersOf<LayoutMixin>;
}

export function filledMembers() {
  return {
    setFillStyleIdAsync: value((data) => async (id) => {
      data.properties.fillStyleId = id;
    }),
  } satisfies MembersOf<MinimalFillsMixin>;
}

/** A slice is what lies under it, and nothing of its own. */
function seenBounds({ document, images }: FakeWorld, data: NodeData) {
  if (!document.isShown(data) || data.type === 'SLICE') return null;
  const [piece] = piecesOf(document, images, [data]).pieces;
  return renderBounds(piece ? [{ ...piece, isMask: false }] : []);
}

function frozenMatrix(matrix: Matrix): Transform {
  return structuredCopy(matrix);
}

function setTransform(world: FakeWorld, data: NodeData, matrix: Transform): void {
  checkOverride(world.document, data, 'relativeTransform');
  if (!hasUnitAxes(matrix)) throw new Error('in set_relativeTransform: Expected unit axes');
  world.document.moveTo(data, matrix);
  if (data.parentId) world.document.layOut(data.parentId);
}

/** Of what has a size of its own. */
export function sizedMembers(world: FakeWorld) {
  return {
    resize: value((data) => (width, height) => {
      checkOverride(world.document, data, 'resize');
      const isFlat = data.type === 'LINE' && height === 0;
      if (!(width >= 0.01 && (height >= 0.01 || isFlat)))
        throw new Error('in resize: Expected a size of at least 0.01');
      Object.assign(data, { width, height });
      if (data.parentId) world.document.layOut(data.parentId);
      world.changed(data.id);
    }),
  } satisfies MembersOf<LayoutMixin>;
}

export function lockedMembers() {
  return {
    lockAspectRatio: value((data) => () => void Object.assign(data.properties, { isAspectLocked: true })),
  } satisfies MembersOf<AspectRatioLockMixin>;
}
