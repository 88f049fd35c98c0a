type Placed = { id: string };

/** New places of all presets after one has moved a step. All, because at first none has a place. */
export function ordersAfterMove(all: readonly Placed[], id: string, by: 1 | -1): [string, number][] {
  const from = all.findIndex((each) => each.id === id);
  const moved = [...all];
  const [taken] = moved.splice(from, 1);
  if (taken) moved.splice(from + by, 0, taken);
  return moved.map((each, index) => [each.id, index]);
}
