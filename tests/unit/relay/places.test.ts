import { expect, test } from 'vitest';
import { toErrorData } from '#shared/errors/app-error.ts';
import { createPlaces } from '../../../relay/limits/places.ts';

/** Work of which each piece goes on until it is told to end. */
function workshop(count: number) {
  const inPlace = createPlaces(count);
  const begun: string[] = [];
  const endOf = new Map<string, (error?: Error) => void>();
  return {
    begun,
    bring: (name: string, signal = new AbortController().signal) =>
      inPlace(() => {
        begun.push(name);
        return new Promise<string>((resolve, reject) => {
          endOf.set(name, (error) => (error ? reject(error) : resolve(name)));
        });
      }, signal),
    end: (name: string, error?: Error) => endOf.get(name)?.(error),
  };
}

test('does so many at once, and the others in order as places are left, also by what fails', async () => {
  const { begun, bring, end } = workshop(2);
  const done = ['a', 'b', 'c', 'd', 'e'].map((name) => bring(name));
  await expect.poll(() => begun).toEqual(['a', 'b']);
  end('b', new Error('b failed'));
  await expect(done[1]).rejects.toThrow('b failed');
  await expect.poll(() => begun).toEqual(['a', 'b', 'c']);
  for (const name of ['a', 'c']) end(name);
  await expect.poll(() => begun).toEqual(['a', 'b', 'c', 'd', 'e']);
  for (const name of ['d', 'e']) end(name);
  expect(await Promise.all([done[0], done[2], done[3], done[4]])).toEqual(['a', 'c', 'd', 'e']);
  void bring('f');
  await expect.poll(() => begun.at(-1)).toBe('f');
});

test('does not begin for whoever went away while waiting, and keeps no place for them', async () => {
  const { begun, bring, end } = workshop(1);
  const first = bring('a');
  const leaver = new AbortController();
  const left = bring('b', leaver.signal).catch(toErrorData);
  const third = bring('c');
  leaver.abort();
  expect(await left).toMatchObject({ code: 'cancelled', status: 499 });
  expect(await bring('d', leaver.signal).catch(toErrorData)).toMatchObject({ code: 'cancelled' });
  end('a');
  await first;
  await expect.poll(() => begun).toEqual(['a', 'c']);
  end('c');
  expect(await third).toBe('c');
});
