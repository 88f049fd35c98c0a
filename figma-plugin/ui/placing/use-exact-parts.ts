import { useEffect, useState } from 'preact/hooks';
import type { Layer, Part } from '../../bridge/layer.ts';

/** Looking into more layers than these would take Figma too long for a list that nobody reads. */
const mostLayers = 8;

export type ListParts = (nodeId: string) => Promise<readonly Part[]>;

/** The layers inside the selected ones, and which of them are to stay as they are. */
export function useExactParts(layers: readonly Layer[], listParts: ListParts) {
  const [parts, setParts] = useState<readonly Part[]>([]);
  const [wantedIds, setWantedIds] = useState<readonly string[]>([]);
  const nodeIds = layers.slice(0, mostLayers).map(({ nodeId }) => nodeId);

  useEffect(() => {
    let isOver = false;
    void Promise.all(nodeIds.map((nodeId) => listParts(nodeId).catch(() => []))).then((lists) => {
      if (!isOver) setParts(lists.flat());
    });
    return () => {
      isOver = true;
    };
  }, [nodeIds.join(' ')]);

  const exactIds = wantedIds.filter((id) => parts.some(({ nodeId }) => nodeId === id));
  return { parts, exactIds, onExact: setWantedIds };
}
