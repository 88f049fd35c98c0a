import { setTimeout as sleep } from 'node:timers/promises';

type Patience = { timeoutMs?: number; pollMs?: number };

/** Waits until `look` finds something, and returns it. `what` says in the error what never came. */
export async function waitFor<Found>(
  what: string,
  look: () => Promise<Found | null | undefined | false> | Found | null | undefined | false,
  { timeoutMs = 10_000, pollMs = 30 }: Patience = {},
): Promise<Found> {
  const deadlineMs = performance.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > deadlineMs) throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}.`);
    await sleep(pollMs);
  }
}
