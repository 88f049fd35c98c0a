/**
 * How many jobs do something. Those of a batch that only wait for their turn do not: a paused batch must not
 * keep the worker awake. `onChange` is told whenever the number may have changed.
 */
export function createActivity(heldCount: () => number, onChange: (activeCount: number) => void) {
  let inHandCount = 0;
  const look = () => onChange(Math.max(0, inHandCount - heldCount()));
  return {
    look,
    setInHand(count: number): void {
      inHandCount = count;
      look();
    },
  };
}
