import { AppError } from '#shared/errors/app-error.ts';

/** The layer of this id as it is now. Raises `layer-gone` when it was deleted meanwhile. */
export async function findLayer(nodeId: string): Promise<SceneNode> {
  const node = await figma.getNodeByIdAsync(nodeId);
  if (!node || node.removed || node.type === 'DOCUMENT' || node.type === 'PAGE') {
    throw new AppError('layer-gone', `Layer ${nodeId} no longer exists`);
  }
  return node;
}
