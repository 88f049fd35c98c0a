import { isWhere, type Placement } from '../bridge/placing.ts';
import { isNumber, isText, listOf, recordOf } from '../bridge/shape.ts';

const dataKey = 'placed-jobs';
/** Far more than can be on their way between the canvas and the panel's journal. */
const keptCount = 100;

const isPlacedJob = recordOf({ jobId: isText, placement: recordOf({ nodeId: isText, where: isWhere }) });
const isCounted = recordOf({ tileCount: isNumber });

/**
 * Which jobs' results lie in this file already. It is written in one go with the result itself: a
 * panel that is closed before it could note that down must not place the result a second time.
 */
export function placedBefore(jobId: string): Placement | null {
  const placement = readPlaced().find((one) => one.jobId === jobId)?.placement;
  if (!placement) return null;
  // Written before there were tiles.
  return isCounted(placement) ? placement : { ...placement, tileCount: 0 };
}

export function rememberPlaced(jobId: string, placement: Placement): void {
  const placed = [...readPlaced(), { jobId, placement }].slice(-keptCount);
  figma.root.setPluginData(dataKey, JSON.stringify(placed));
}

function readPlaced() {
  const text = figma.root.getPluginData(dataKey);
  const placed: unknown = text === '' ? [] : JSON.parse(text);
  return listOf(isPlacedJob)(placed) ? placed : [];
}
