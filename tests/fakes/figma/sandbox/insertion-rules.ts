import type { FakeDocument } from './fake-document.ts';
import type { NodeData } from './node-data.ts';

/** Figma's refusals of a new child, in its own words as far as they are known. */
export function checkInsertion(
  document: FakeDocument,
  parent: NodeData,
  child: NodeData,
  index: number,
): void {
  if (document.path(parent).some(({ type }) => type === 'INSTANCE')) {
    throw new Error(
      'in insertChild: Cannot move node. New parent is an instance or is inside of an instance',
    );
  }
  if (parent.type === 'COMPONENT_SET' && child.type !== 'COMPONENT') {
    throw new Error(
      'in insertChild: Cannot move node. A COMPONENT_SET node cannot have children of type other than COMPONENT',
    );
  }
  if (parent.type === 'DOCUMENT')
    throw new Error('in insertChild: The root node cannot have children of type other than PAGE');
  if (index < 0 || index > parent.childIds.length) throw new Error('in insertChild: Index out of bounds');
}
