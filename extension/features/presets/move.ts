type Placed = { id: string; order: number | null };

/**
 * New places after a preset has taken the place of another one in the list: of as few as it takes,
 * because each is a synced item. Those without a place come after all that have one.
 */
export function ordersAfterMove(all: readonly Placed[], id: string, toPlaceOf: string): [string, number][] {
  const from = all.findIndex((each) => each.id === id);
  const to = all.findIndex((each) => each.id === toPlaceOf);
  const moved = [...all];
  const [taken] = moved.splice(from, 1);
  if (taken) moved.splice(to, 0, taken);
  const orders: [string, number][] = [];
  let last = -1;
  moved.forEach((each, index) => {
    const isTooLow = each.order !== null && each.order <= last;
    const isLeft = index > Math.max(from, to) && !isTooLow;
    const order = isLeft || (each.order === index && !isTooLow) ? each.order : Math.max(index, last + 1);
    if (order === null) return;
    last = order;
    if (order !== each.order) orders.push([each.id, order]);
  });
  return orders;
}
