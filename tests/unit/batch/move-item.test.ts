import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BatchItem } from '#shared/jobs/batch/batch.ts';
import { type Move, moveItem } from '#shared/jobs/batch/move-item.ts';
import { newBatch } from '#shared/jobs/batch/new-batch.ts';
import { createCountingIds } from '../../fakes/counting-ids.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { aLook, aPicture } from './batch-fixtures.ts';

const queueOf = (count: number) =>
  newBatch(
    {
      pictures: Array.from({ length: count }, aPicture),
      looks: [aLook],
      seed: 1,
      perItem: { seconds: 12, costUsd: null },
    },
    { clock: createVirtualClock(), ids: createCountingIds() },
  ).items;

/** What an array would do. */
function moved(order: readonly number[], index: number, move: Move): number[] {
  const at = order.indexOf(index);
  const rest = order.filter((each) => each !== index);
  const target =
    typeof move === 'object'
      ? order.indexOf(move.onto)
      : { first: 0, up: Math.max(0, at - 1), down: at + 1, last: rest.length }[move];
  return rest.toSpliced(target, 0, index);
}

it('moves as an array would, by at most two writes', () => {
  const moves = fc.array(
    fc.tuple(fc.nat(9), fc.oneof(fc.constantFrom('first', 'up', 'down', 'last'), fc.nat(9))),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), moves, (count, history) => {
      let queue: readonly BatchItem[] = queueOf(count);
      let order = queue.map(({ index }) => index);
      for (const [pick, wish] of history) {
        const index = pick % count;
        const move: Move = typeof wish === 'number' ? { onto: wish % count } : wish;
        const writes = moveItem(queue, index, move);
        expect(writes.length).toBeLessThanOrEqual(2);
        queue = queue
          .map((item) => writes.find((write) => write.index === item.index) ?? item)
          .toSorted((a, b) => a.place - b.place);
        order = moved(order, index, move);
        expect(queue.map((item) => item.index)).toEqual(order);
      }
    }),
  );
});

it('finds room between two however often they are parted', () => {
  let queue: readonly BatchItem[] = queueOf(4);
  for (let turn = 0; turn < 200; turn += 1) {
    const [, second, third] = queue;
    const writes = moveItem(queue, third?.index ?? 0, { onto: second?.index ?? 0 });
    queue = queue
      .map((item) => writes.find((write) => write.index === item.index) ?? item)
      .toSorted((a, b) => a.place - b.place);
    expect(queue[1]?.index).toBe(third?.index);
    expect(new Set(queue.map(({ place }) => place)).size).toBe(4);
  }
});

it('leaves alone what no longer waits', () => {
  expect(moveItem(queueOf(3), 7, 'first')).toEqual([]);
  expect(moveItem(queueOf(3), 1, { onto: 7 })).toEqual([]);
});
