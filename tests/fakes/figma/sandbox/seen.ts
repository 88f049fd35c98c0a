import type { FakeDocument } from './fake-document.ts';
import type { Matrix } from './matrix.ts';

/** What a test can see of a node. */
export type Seen = {
  id: string;
  type: string;
  name: string;
  parentId: string | null;
  childIds: string[];
  index: number;
  width: number;
  height: number;
  transform: Matrix;
  absoluteTransform: Matrix;
  properties: Record<string, unknown>;
  /** Commands of the buttons beside it. */
  buttons: string[];
};

/** `null` where there is no such node, or no longer. */
export function see(document: FakeDocument, id: string): Seen | null {
  const data = document.find(id);
  if (!data) return null;
  const { type, name, parentId, childIds, properties } = data;
  const transform = document.relativeTransform(data);
  const index = parentId === null ? 0 : document.get(parentId).childIds.indexOf(id);
  const absoluteTransform = document.absoluteTransform(data);
  return {
    ...{ id, type, name, parentId, childIds, index, transform, properties },
    ...document.size(data),
    absoluteTransform,
    buttons: Object.keys(data.relaunchData),
  };
}
