import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextLookDelayMs } from '#shared/jobs/polling.ts';

it('never looks more often than once a second, nor less often than every five', () => {
  const states = fc.constantFrom('waiting', 'starting', 'running') as fc.Arbitrary<'waiting' | 'running'>;
  fc.assert(
    fc.property(states, fc.integer({ min: 0, max: 3_600_000 }), (state, inStateMs) => {
      const delayMs = nextLookDelayMs(state, inStateMs);
      expect(delayMs).toBeGreaterThanOrEqual(1_000);
      expect(delayMs).toBeLessThanOrEqual(5_000);
    }),
  );
});
