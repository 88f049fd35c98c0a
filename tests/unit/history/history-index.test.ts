import { describe, expect, it } from 'vitest';
import { createHistoryIndex } from '#shared/history/history-index.ts';
import { everything, type HistoryQuery } from '#shared/history/query.ts';
import { dayMs, entry, nowMs } from '../../fakes/history-fixtures.ts';

describe('the index', () => {
  const page = { host: 'gallery.example', title: 'Café scenes' };
  const entries = [
    entry({ id: 'new', endedAtMs: nowMs - 1, totalMs: 5, rating: 3 }),
    entry({ id: 'old', endedAtMs: nowMs - 40 * dayMs, totalMs: 9, rating: 5, uses: ['copied'], page }),
    entry({ id: 'failed', endedAtMs: nowMs - 2 * dayMs, state: 'failed', favourite: true, totalMs: 50 }),
    entry({ id: 'deleted', deletedAtMs: nowMs }),
  ];
  const find = (query: Partial<HistoryQuery>, index = createHistoryIndex(entries)) =>
    index.find({ ...everything, ...query }, nowMs).map(({ id }) => id);

  it.each<[Partial<HistoryQuery>, string[]]>([
    [{}, ['new', 'failed', 'old']],
    [{ sort: 'oldest' }, ['old', 'failed', 'new']],
    [{ sort: 'rating' }, ['old', 'new', 'failed']],
    [{ sort: 'slowest' }, ['failed', 'old', 'new']],
    [{ words: 'cafe' }, ['old']],
    [{ words: 'CAFÉ  gallery' }, ['old']],
    [{ words: 'cafe nothing' }, []],
    [{ words: 'watercolour comfydeploy' }, ['new', 'failed', 'old']],
    [{ kind: 'favourites' }, ['failed']],
    [{ kind: 'used' }, ['old']],
    [{ kind: 'failed' }, ['failed']],
    [{ minRating: 4 }, ['old']],
    [{ back: 'week' }, ['new', 'failed']],
    [{ engine: 'comfyui' }, []],
    [{ presetId: 'builtin.watercolour' }, ['new', 'failed', 'old']],
  ])('finds by %o', (query, ids) => {
    expect(find(query)).toEqual(ids);
  });

  it('follows what changes', () => {
    const index = createHistoryIndex(entries);
    index.put(entry({ id: 'newest', endedAtMs: nowMs }));
    index.delete('old');
    expect(find({}, index)).toEqual(['newest', 'new', 'failed']);
  });
});
