import type { Ids } from '#shared/ports.ts';

/** Identifiers that tests can foretell. */
export function createCountingIds(): Ids {
  let count = 0;
  return {
    uuid() {
      count += 1;
      return `id-${count}`;
    },
    seed: () => 42,
  };
}
