import type { FakeDocument } from './fake-document.ts';
import type { NodeData } from './node-data.ts';

/** Whether a node lies within an instance, where it stays as the main component has it. */
export function isInInstance(document: FakeDocument, data: NodeData): boolean {
  return document
    .path(data)
    .slice(1)
    .some(({ type }) => type === 'INSTANCE');
}

/** What an instance shows may be its own, but not how that lies: https://developers.figma.com/docs/plugins/api/api-errors */
const fixed: ReadonlySet<string> = new Set([
  ...['relativeTransform', 'resize', 'constraints', 'isMask', 'layoutPositioning', 'layoutMode'],
]);

export function checkOverride(document: FakeDocument, data: NodeData, name: string): void {
  if (fixed.has(name) && isInInstance(document, data))
    throw new Error(`in ${name}: This property cannot be overriden on an instance`);
}
