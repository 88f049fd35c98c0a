import { invert } from './matrix.ts';

/** Where a result goes: into `host`, just above `below`, which is the layer or what holds it. */
export type Host = { host: BaseNode & ChildrenMixin; below: SceneNode; aboveComponent: boolean };

/**
 * The nearest parent that can take a new layer without changing anything else. Instances refuse
 * children, sets take only components, a main component would change all its instances, a boolean
 * shape its outline, a transform group its copies, and a mask would cut its result.
 */
export function findHost(node: SceneNode): Host {
  let below: SceneNode = node;
  let aboveComponent = false;
  for (let at: BaseNode = node; 'visible' in at; at = parentOf(at)) {
    const parent = parentOf(at);
    if (componentTypes.has(parent.type)) aboveComponent = true;
    if ('visible' in parent && (closedTypes.has(parent.type) || isMask(at))) below = parent;
  }
  return { host: parentOf(below), below, aboveComponent };
}

const componentTypes: ReadonlySet<NodeType> = new Set(['INSTANCE', 'COMPONENT', 'COMPONENT_SET']);
const closedTypes: ReadonlySet<NodeType> = new Set([
  ...componentTypes,
  'BOOLEAN_OPERATION',
  'TRANSFORM_GROUP',
]);

function isMask(node: BaseNode): boolean {
  return 'isMask' in node && node.isMask;
}

function parentOf(node: BaseNode): BaseNode & ChildrenMixin {
  const { parent } = node;
  if (!parent) throw new Error(`${node.name} is in no page`);
  return parent;
}

/**
 * From the canvas to the coordinates that children of `host` are placed in: for a group, those of
 * what holds the group. https://developers.figma.com/docs/plugins/api/properties/nodes-relativetransform
 */
export function canvasToHost(host: BaseNode): Transform {
  if (host.type === 'GROUP' && host.parent) return canvasToHost(host.parent);
  return 'absoluteTransform' in host ? invert(host.absoluteTransform) : identity;
}

const identity: Transform = [
  [1, 0, 0],
  [0, 1, 0],
];
