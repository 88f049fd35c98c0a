import type { FakeDocument } from './fake-document.ts';
import type { NodeData } from './node-data.ts';
import { isInInstance } from './override-rules.ts';

/** Figma's refusals of a new child, in its own words as far as they are known. */
export function checkInsertion(
  document: FakeDocument,
  parent: NodeData,
  child: NodeData,
  index: number,
): void {
  const refusal = refusalOf(document, parent, child);
  if (refusal) throw new Error(`in insertChild: Cannot move node. ${refusal}`);
  if (index < 0 || index > parent.childIds.length) throw new Error('in insertChild: Index out of bounds');
}

function refusalOf(document: FakeDocument, parent: NodeData, child: NodeData): string | null {
  const path = document.path(parent);
  if (path.some(({ type }) => type === 'INSTANCE'))
    return 'New parent is an instance or is inside of an instance';
  if (isInInstance(document, child)) return 'Node is inside of an instance';
  if (path.includes(child)) return 'A node cannot be its own child';
  if (parent.type === 'COMPONENT_SET' && child.type !== 'COMPONENT')
    return 'A COMPONENT_SET node cannot have children of type other than COMPONENT';
  if (parent.type === 'DOCUMENT') return 'The root node cannot have children of type other than PAGE';
  if (child.type === 'SECTION' && parent.type !== 'PAGE' && parent.type !== 'SECTION')
    return 'A SECTION node can only be on a page or in another section';
  const holdsComponent = [child, ...document.inside(child)].some(({ type }) => type === 'COMPONENT');
  if (holdsComponent && path.some(({ type }) => type === 'COMPONENT'))
    return 'A COMPONENT node cannot be inside of another';
  return null;
}
