import { fillsOf, hasVisibleChildren, isFilled, isVisible } from './paints.ts';

/**
 * Why a result cannot be a fill of this layer, or `null`. A main component would change all its
 * instances; a part of a boolean shape shows no fill of its own; of a frame only the fill below its
 * layers can be restyled, and there has to be one.
 */
export function fillRefusal(node: SceneNode): 'above-no-fill' | 'above-locked' | 'above-component' | null {
  if (!isFilled(node) || node.type === 'LINE' || isPartOfShape(node)) return 'above-no-fill';
  if (hasVisibleChildren(node) && !fillsOf(node).some(isVisible)) return 'above-no-fill';
  if (isLocked(node)) return 'above-locked';
  return isInMainComponent(node) ? 'above-component' : null;
}

/** Whether the layers within stay out of the picture, because they stay live above the fill. */
export function keepsChildren(node: SceneNode): boolean {
  return fillRefusal(node) === null && hasVisibleChildren(node);
}

function isLocked(node: BaseNode): boolean {
  for (let at: BaseNode | null = node; at && 'locked' in at; at = at.parent) if (at.locked) return true;
  return false;
}

function isPartOfShape({ parent }: BaseNode): boolean {
  return parent?.type === 'BOOLEAN_OPERATION';
}

/** What an instance overrides stays in the instance, also when that is part of a main component. */
function isInMainComponent(node: BaseNode): boolean {
  for (let at: BaseNode | null = node; at; at = at.parent) {
    if (at.type === 'INSTANCE') return false;
    if (at.type === 'COMPONENT' || at.type === 'COMPONENT_SET') return true;
  }
  return false;
}
