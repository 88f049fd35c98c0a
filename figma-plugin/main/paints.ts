import { createFill } from './create-fill.ts';

type Filled = SceneNode & MinimalFillsMixin;

export function isFilled(node: SceneNode): node is Filled {
  return 'fills' in node && Array.isArray(node.fills);
}

export function fillsOf(node: SceneNode): readonly Paint[] {
  return isFilled(node) ? (node.fills as readonly Paint[]) : [];
}

export const isVisible = ({ visible = true, opacity = 1 }: Paint): boolean => visible && opacity > 0;

export function hasVisibleChildren(node: SceneNode): boolean {
  return 'children' in node && node.children.some(({ visible }) => visible);
}

/**
 * The one picture that a layer consists of, when it is shown as it is: then the picture itself is
 * sent, which has more in it than the screen shows. Other layers are sent as they are seen.
 */
export function onlyPicture(node: SceneNode): ImagePaint | null {
  const isBox = node.type === 'RECTANGLE' || node.type === 'FRAME';
  if (!isBox || hasVisibleChildren(node) || node.opacity !== 1) return null;
  const [paint, ...others] = fillsOf(node).filter(isVisible);
  if (paint?.type !== 'IMAGE' || others.length > 0 || !paint.imageHash) return null;
  const isAsItIs = (paint.opacity ?? 1) === 1 && !paint.rotation && !hasFilters(paint);
  const isFitted = paint.scaleMode === 'FILL' || paint.scaleMode === 'CROP';
  return isAsItIs && isFitted && hasNoStrokes(node) ? paint : null;
}

function hasFilters({ filters = {} }: ImagePaint): boolean {
  return Object.values(filters).some((amount) => amount !== 0);
}

function hasNoStrokes(node: SceneNode): boolean {
  return !('strokes' in node) || !node.strokes.some(isVisible);
}

/** The result lies in its layer as the layer's own picture did. */
export function paintLike(layer: SceneNode, bytes: Uint8Array): ImagePaint {
  const fresh = createFill(bytes);
  const own = onlyPicture(layer);
  return own ? { ...own, imageHash: fresh.imageHash } : fresh;
}

/** Not seen, but in the file as long as the layer is: an image that nothing shows may be thrown away. */
export function hiddenPaint(imageHash: string): ImagePaint {
  return { type: 'IMAGE', scaleMode: 'FILL', imageHash, visible: false };
}
