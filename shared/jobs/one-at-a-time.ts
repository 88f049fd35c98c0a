/** Runs an operation on a thing unless one is already running on it: a second click does nothing. */
export function createOneAtATime() {
  const inHand = new Set<string>();
  return async (id: string, operation: () => Promise<void>): Promise<void> => {
    if (inHand.has(id)) return;
    inHand.add(id);
    await operation().finally(() => inHand.delete(id));
  };
}
