import type { Wire } from '#shared/pairing/wire.ts';
import type { Clock } from '#shared/ports.ts';

export type Line = ReturnType<typeof createLine>;

/** Knows for how long nothing has been heard over a wire. */
export function createLine(clock: Pick<Clock, 'monotonicMs' | 'sleep'>) {
  let heardAtMs = clock.monotonicMs();
  return {
    listenTo: (wire: Wire): Wire => ({
      ...wire,
      async receive() {
        const text = await wire.receive();
        heardAtMs = clock.monotonicMs();
        return text;
      },
    }),

    /** Resolves once nothing was heard for `timeoutMs`, counted from now at the earliest; rejects when aborted. */
    async silence(timeoutMs: number, signal: AbortSignal): Promise<void> {
      const fromMs = clock.monotonicMs();
      for (;;) {
        const leftMs = Math.max(fromMs, heardAtMs) + timeoutMs - clock.monotonicMs();
        if (leftMs <= 0) return;
        await clock.sleep(leftMs, signal);
      }
    },
  };
}
