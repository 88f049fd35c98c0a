import type { Placement, Where } from '../bridge/placing.ts';
import { tilesOf } from './tiles.ts';

/** What the panel is told of a result. */
export function placementOf(result: SceneNode, where: Where): Placement {
  return { nodeId: result.id, where, tileCount: tilesOf(result).length };
}
