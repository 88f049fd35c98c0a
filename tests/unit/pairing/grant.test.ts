import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canSpend, type Grant, newGrant, spendRun } from '#shared/pairing/grant.ts';
import { readSecret, writeSecret } from '#shared/pairing/secret.ts';

const startMs = Date.UTC(2026, 10, 1);

test('no more runs than were allowed, none after its time, none before it', () => {
  const moments = fc.array(fc.integer({ min: -10 * 60_000, max: 100 * 60_000 }), { maxLength: 60 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 60 }),
      moments,
      (runs, minutes, at) => {
        let grant: Grant = newGrant({ runs, minutes }, startMs);
        let spent = 0;
        for (const afterMs of at) {
          const next = spendRun(grant, startMs + afterMs);
          expect(next !== null).toBe(canSpend(grant, startMs + afterMs));
          if (next) {
            expect(afterMs).toBeGreaterThanOrEqual(0);
            expect(afterMs).toBeLessThan(minutes * 60_000);
            spent += 1;
          }
          grant = next ?? grant;
        }
        expect(spent).toBeLessThanOrEqual(runs);
        expect(grant.runsLeft).toBe(runs - spent);
      },
    ),
  );
});

test('a secret survives being copied, and nothing else is taken for one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const secret = writeSecret(Uint8Array.from(bytes));
      expect(secret).toMatch(/^restyle-[\w-]{43}$/);
      expect(readSecret(` ${secret}\n`)).toEqual(Uint8Array.from(bytes));
      expect(readSecret(secret.slice(0, -1))).toBeNull();
      expect(readSecret(secret.slice(8))).toBeNull();
    }),
  );
  expect(readSecret('')).toBeNull();
});
