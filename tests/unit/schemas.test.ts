import { expect, test } from 'vitest';
import * as z from '#shared/zod.ts';

test('a schema is made when it is first read with, with all its parts', () => {
  let madeCount = 0;
  const part = {
    get name() {
      madeCount++;
      return z.string().check(z.maxLength(4));
    },
  };
  const schema = z.object(part);
  expect(madeCount).toBe(0);
  expect(schema.safeParse({ name: 'four', more: 1 })).toEqual({ success: true, data: { name: 'four' } });
  expect(schema.safeParse({ name: 'fives' }).success).toBe(false);
  expect(madeCount).toBe(1);
});

test('schemas that are put off hold each other, and those that are not', () => {
  const shape = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('circle'), radius: z.number().check(z.positive()) }),
    z.strictObject({ kind: z.literal('path'), points: z.array(z.tuple([z.number(), z.number()])) }),
  ]);
  const schema = z.extend(z.looseObject({ id: z.string() }), {
    shapes: z.record(z.string(), shape),
    tone: z.catch(z.enum(['light', 'dark']), 'light'),
    note: z.nullish(z.union([z.string(), z.boolean()])),
  });
  const read = {
    id: 'a',
    shapes: { b: { kind: 'path', points: [[1, 2]] } },
    tone: 'dark',
    note: null,
    other: 1,
  };
  expect(schema.parse(read)).toEqual(read);
  expect(schema.parse({ id: 'a', shapes: {}, tone: 'grey' })).toEqual({ id: 'a', shapes: {}, tone: 'light' });
  expect(() => schema.parse({ id: 'a', shapes: { b: { kind: 'circle', radius: -1 } } })).toThrow();
});
