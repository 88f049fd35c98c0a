type Hear = (...values: never[]) => unknown;

/** Listeners by event. Figma tells of changes after the code that made them has run. */
export class FakeEvents {
  private readonly listeners = new Map<string, Hear[]>();

  on = (name: string, hear: Hear): void => {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), hear]);
  };

  off = (name: string, hear: Hear): void => {
    this.listeners.set(
      name,
      (this.listeners.get(name) ?? []).filter((other) => other !== hear),
    );
  };

  clear(): void {
    this.listeners.clear();
  }

  emitNow(name: string): void {
    for (const hear of this.listeners.get(name) ?? []) hear();
  }

  emit(name: string, ...values: unknown[]): void {
    void Promise.resolve().then(() => {
      for (const hear of this.listeners.get(name) ?? []) hear(...(values as never[]));
    });
  }
}
