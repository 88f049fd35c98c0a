import type { FakeWorld } from './fake-world.ts';
import { identity, type Matrix, movedTo, rotated } from './matrix.ts';
import { isGroupLike } from './node-data.ts';

/** A node as a test draws it. Turned anticlockwise by `rotation` degrees about its corner. */
export type Drawing = {
  type: string;
  name?: string;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  rotation?: number;
  transform?: Matrix;
  children?: Drawing[];
  /** Properties of the node's type, such as `visible`, `fills`, `layoutMode`. */
  properties?: Record<string, unknown>;
};

/** Draws nodes into a parent, as a person would with the tools of Figma, and answers the outermost one's id. */
export function drawInto(world: FakeWorld, drawing: Drawing, parentId: string): string {
  const { document } = world;
  const { type, name = type, x = 0, y = 0, rotation, children = [], properties = {} } = drawing;
  const data = document.create(type, name, parentId);
  data.width = drawing.width ?? data.width;
  data.height = drawing.height ?? data.height;
  const transform = drawing.transform ?? (rotation ? rotated(rotation, x, y) : movedTo(identity, x, y));
  if (!isGroupLike(type)) data.transform = transform;
  Object.assign(data.properties, properties);
  for (const child of children) drawInto(world, child, data.id);
  // What is in a group is drawn upright; turning the group turns it too.
  if (isGroupLike(type) && (rotation || drawing.transform)) document.moveTo(data, transform);
  document.layOut(data.id);
  if (data.parentId) document.layOut(data.parentId);
  world.forgetHistory();
  return data.id;
}
