type Step = () => Promise<void>;

export type WayBack = ReturnType<typeof createWayBack>;

/** How to undo what was done so far. */
export function createWayBack() {
  const steps: Step[] = [];
  return {
    /** Told before a change is begun, so that one that fails half-way is undone, too. */
    add(step: Step): void {
      steps.push(step);
    },
    /** Undoes all of it, the last first; a step that fails keeps no other from being gone. Raises the first failure. */
    async go(): Promise<void> {
      const failures: unknown[] = [];
      for (const step of steps.splice(0).reverse()) {
        await step().catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
