import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unneededPictures } from '#shared/history/picture-facts.ts';
import { defaultLimits, entriesToRemove, parseLimits, undoMs } from '#shared/history/retention.ts';
import { formatBytes } from '#shared/i18n/format-bytes.ts';
import { dayMs, entry, nowMs } from '../../fakes/history-fixtures.ts';

describe('what has to go', () => {
  const facts = { limits: defaultLimits, storedBytes: 0, nowMs };

  it('is what is too old, favourites apart', () => {
    const old = { endedAtMs: nowMs - 91 * dayMs };
    const entries = [
      entry({ id: 'a', ...old }),
      entry({ id: 'b', favourite: true, ...old }),
      entry({ id: 'c' }),
    ];
    expect(entriesToRemove(entries, facts)).toEqual(['a']);
    const limits = { ...defaultLimits, maxAgeDays: null };
    expect(entriesToRemove(entries, { ...facts, limits })).toEqual([]);
  });

  it('is deleted for good only after it could be undone', () => {
    const deletedAtMs = nowMs - undoMs + 1;
    expect(entriesToRemove([entry({ deletedAtMs })], facts)).toEqual([]);
    expect(entriesToRemove([entry({ deletedAtMs: nowMs - undoMs })], facts)).toHaveLength(1);
  });

  it('is the oldest, until the rest fits, and never a favourite', () => {
    const anyEntry = fc.record({ sizeBytes: fc.nat(1_000), favourite: fc.boolean(), age: fc.nat(60) });
    fc.assert(
      fc.property(
        fc.array(anyEntry, { maxLength: 30 }),
        fc.integer({ min: 1, max: 10_000 }),
        (made, maxBytes) => {
          const entries = made.map(({ age, ...rest }, index) =>
            entry({ ...rest, id: String(index), endedAtMs: nowMs - age * dayMs }),
          );
          const storedBytes = made.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
          const gone = new Set(
            entriesToRemove(entries, { limits: { ...defaultLimits, maxBytes }, storedBytes, nowMs }),
          );
          const left = entries.filter(({ id }) => !gone.has(id));
          const leftBytes = left.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
          expect(leftBytes <= maxBytes || left.every(({ favourite }) => favourite)).toBe(true);
          expect(entries.every(({ id, favourite }) => !favourite || !gone.has(id))).toBe(true);
          const oldestLeft = Math.min(
            ...left.filter((each) => !each.favourite).map(({ endedAtMs }) => endedAtMs),
          );
          for (const each of entries)
            if (gone.has(each.id)) expect(each.endedAtMs).toBeLessThanOrEqual(oldestLeft);
        },
      ),
    );
  });

  it('follows limits that were stored, and the usual ones where those cannot be read', () => {
    expect(parseLimits({ version: 1, maxBytes: 5, maxAgeDays: null })).toMatchObject({ maxBytes: 5 });
    for (const wrong of [undefined, { version: 2 }, { version: 1, maxBytes: -1, maxAgeDays: 3 }])
      expect(parseLimits(wrong)).toEqual(defaultLimits);
  });
});

describe('a picture nobody needs', () => {
  const old = (key: string) => ({ key, sizeBytes: 1, storedAtMs: nowMs - dayMs });

  it('goes, unless it is needed or was just stored', () => {
    const facts = [old('needed'), old('left over'), { ...old('new'), storedAtMs: nowMs - 1_000 }];
    expect(unneededPictures(facts, new Set(['needed']), { nowMs })).toEqual(['left over']);
  });

  it('goes at once with its job, unless its bytes were stored again since', () => {
    const facts = [
      { ...old('a'), storedAtMs: nowMs - 60 },
      { ...old('b'), storedAtMs: nowMs - 10 },
    ];
    const released = new Map([
      ['a', nowMs - 50],
      ['b', nowMs - 50],
    ]);
    expect(unneededPictures(facts, new Set(), { nowMs, released })).toEqual(['a']);
    expect(unneededPictures(facts, new Set(['a']), { nowMs, released })).toEqual([]);
  });
});

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_400, '1.4 KB'],
  [312_000_000, '312 MB'],
  [999_700_000, '1.0 GB'],
])('%d bytes are %s to people', (sizeBytes, words) => {
  expect(formatBytes(sizeBytes)).toBe(words);
});
