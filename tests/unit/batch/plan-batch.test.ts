import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlannedItem, planBatch, type Standing } from '#shared/jobs/batch/plan-batch.ts';

type World = { items: PlannedItem[]; isPaused: boolean; sends: number[]; prepares: number[] };
type Step = { kind: 'plan' | 'uploaded' | 'ended' | 'failed' | 'pause' | 'resume'; pick: number };

const limitsOf = fc.record({ slots: fc.integer({ min: 0, max: 6 }), ahead: fc.integer({ min: 0, max: 2 }) });
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('plan', 'uploaded', 'ended', 'failed', 'pause', 'resume') as fc.Arbitrary<
      Step['kind']
    >,
    pick: fc.nat(20),
  }),
  { maxLength: 120 },
);

const newWorld = (count: number): World => ({
  items: Array.from({ length: count }, (_, index) => ({ index, standing: 'waiting' })),
  isPaused: false,
  sends: [],
  prepares: [],
});

const inStanding = ({ items }: World, wanted: Standing) =>
  items.filter(({ standing }) => standing === wanted);

function put(world: World, index: number, standing: Standing): void {
  world.items = world.items.map((item) => (item.index === index ? { index, standing } : item));
}

function plan(world: World, limits: { slots: number; ahead: number }): void {
  for (const { type, index } of planBatch(world, limits)) {
    put(world, index, type === 'send' ? 'sent' : 'preparing');
    (type === 'send' ? world.sends : world.prepares).push(index);
  }
}

/** What engines and people do to a batch between two plans. */
function happen(world: World, { kind, pick }: Step): void {
  const one = (wanted: Standing) => inStanding(world, wanted)[pick % inStanding(world, wanted).length];
  if (kind === 'pause' || kind === 'resume') world.isPaused = kind === 'pause';
  const uploaded = kind === 'uploaded' ? one('preparing') : undefined;
  if (uploaded) put(world, uploaded.index, 'ready');
  const gone = kind === 'ended' ? one('sent') : kind === 'failed' ? one('preparing') : undefined;
  if (gone) world.items = world.items.filter(({ index }) => index !== gone.index);
}

describe('the scheduler of batches', () => {
  it('never pays for more at once than there are slots, nor sends or prepares one twice', () => {
    fc.assert(
      fc.property(fc.nat(25), limitsOf, steps, (count, limits, history) => {
        const world = newWorld(count);
        for (const step of history) {
          happen(world, step);
          plan(world, limits);
          expect(inStanding(world, 'sent').length).toBeLessThanOrEqual(limits.slots);
        }
        expect(new Set(world.sends).size).toBe(world.sends.length);
        expect(new Set(world.prepares).size).toBe(world.prepares.length);
      }),
    );
  });

  it('fills every slot that can be filled, and makes ready just enough for the next', () => {
    fc.assert(
      fc.property(fc.nat(25), limitsOf, steps, (count, limits, history) => {
        const world = newWorld(count);
        for (const step of [...history, { kind: 'resume', pick: 0 } as const]) {
          happen(world, step);
          plan(world, limits);
          if (world.isPaused) continue;
          const free = limits.slots - inStanding(world, 'sent').length;
          if (free > 0) expect(inStanding(world, 'ready')).toEqual([]);
          const onTheirWay = inStanding(world, 'ready').length + inStanding(world, 'preparing').length;
          const wanted = free + limits.ahead;
          if (onTheirWay < wanted) expect(inStanding(world, 'waiting')).toEqual([]);
        }
      }),
    );
  });

  it('prepares in order, and sends the first of those that are ready', () => {
    fc.assert(
      fc.property(fc.nat(25), limitsOf, steps, (count, limits, history) => {
        const world = newWorld(count);
        for (const step of history) {
          happen(world, step);
          const ready = inStanding(world, 'ready').map(({ index }) => index);
          const before = world.sends.length;
          plan(world, limits);
          const sent = world.sends.slice(before);
          expect(sent).toEqual(ready.slice(0, sent.length));
        }
        expect(world.prepares).toEqual(world.prepares.toSorted((a, b) => a - b));
      }),
    );
  });

  it('does nothing new while it is paused', () => {
    fc.assert(
      fc.property(fc.nat(25), limitsOf, steps, (count, limits, history) => {
        const world = newWorld(count);
        for (const step of history) {
          happen(world, step);
          plan(world, limits);
        }
        expect(planBatch({ items: world.items, isPaused: true }, limits)).toEqual([]);
      }),
    );
  });

  it('comes to an end, whatever fails on the way', () => {
    const anySlots = limitsOf.filter(({ slots }) => slots > 0);
    fc.assert(
      fc.property(fc.nat(25), anySlots, steps, (count, limits, history) => {
        const world = newWorld(count);
        for (const step of history) happen(world, step);
        world.isPaused = false;
        for (let round = 0; world.items.length > 0; round++) {
          if (round > 3 * count + 3) throw new Error(`stuck with ${JSON.stringify(world.items)}`);
          plan(world, limits);
          for (const { index } of inStanding(world, 'preparing')) put(world, index, 'ready');
          plan(world, limits);
          world.items = world.items.filter(({ standing }) => standing !== 'sent');
        }
      }),
    );
  });
});
