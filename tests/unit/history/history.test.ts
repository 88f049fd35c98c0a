import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf, type HistoryEntry, picturesOf } from '#shared/history/entry.ts';
import { findEarlier, servedJob } from '#shared/history/find-earlier.ts';
import { createHistoryIndex } from '#shared/history/history-index.ts';
import { unneededPictures } from '#shared/history/picture-facts.ts';
import { everything, type HistoryQuery } from '#shared/history/query.ts';
import { recipeKeysOf } from '#shared/history/recipe-key.ts';
import { defaultLimits, entriesToRemove, parseLimits, undoMs } from '#shared/history/retention.ts';
import { formatBytes } from '#shared/i18n/format-bytes.ts';
import type { Job, Recipe, Stage } from '#shared/jobs/job.ts';
import { createCountingIds } from '../../fakes/counting-ids.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 26);
const done: Stage = {
  name: 'done',
  runId: 'r',
  result: { key: 'sha256-result', mimeType: 'image/png', widthPx: 600, heightPx: 400 },
  figures: { queueSeconds: 1, runSeconds: 12, costUsd: 0.007 },
};
const recipe: Recipe = { ...jobIn(done).recipe, workflowVersion: 'v3', server: 'https://one.example' };
const extras = { recipeKey: 'r', likeKey: 'l', thumbnailKey: 't', sizeBytes: 1_000 };

function entry(changes: Partial<HistoryEntry> = {}): HistoryEntry {
  return { ...entryOf(jobIn(done, { recipe }), extras), endedAtMs: nowMs - 1, ...changes };
}

describe('an entry', () => {
  it('says what its job was', () => {
    const job = jobIn(done, { enteredAtMs: { done: jobIn(done).createdAtMs + 9_000 } });
    expect(entryOf(job, extras)).toMatchObject({
      state: 'done',
      totalMs: 9_000,
      favourite: false,
      rating: null,
    });
  });

  it('is made of no job that goes on', () => {
    expect(() => entryOf(jobIn({ name: 'created' }), extras)).toThrow('created');
  });

  it('keeps the prepared picture only while the job may go on with it', () => {
    const uploading = { name: 'uploading', inputKey: 'input', inputMimeType: 'image/png' } as const;
    const error = { code: 'unreachable', detail: '' } as const;
    const failed = jobIn({ name: 'failed', error, runId: null, retryFrom: uploading });
    expect(picturesOf(jobIn(uploading))).toContain('input');
    expect(picturesOf(failed)).toContain('input');
    expect(picturesOf(jobIn(done))).toEqual(['sha256-source', 'sha256-result']);
  });
});

describe('the keys of a recipe', () => {
  const changes: Partial<Recipe>[] = [
    { sourceKey: 'sha256-other' },
    { server: 'https://two.example' },
    { deploymentId: 'another' },
    { workflowVersion: 'v4' },
    { prompt: 'make it an oil painting' },
    { strength: 0.5 },
    { inputs: { steps: 30 } },
    { engine: 'comfyui' },
  ];

  it.each(changes)('differ where the picture would: %o', async (change) => {
    const [one, other] = await Promise.all([recipeKeysOf(recipe), recipeKeysOf({ ...recipe, ...change })]);
    expect(other?.recipeKey).not.toBe(one?.recipeKey);
    expect(other?.likeKey).not.toBe(one?.likeKey);
  });

  it('differ by the seed only where it counts', async () => {
    const [one, other] = await Promise.all([recipeKeysOf(recipe), recipeKeysOf({ ...recipe, seed: 8 })]);
    expect(other?.recipeKey).not.toBe(one?.recipeKey);
    expect(other?.likeKey).toBe(one?.likeKey);
  });

  it('are the same in whatever order inputs come, and whatever the preset is called', async () => {
    const a = await recipeKeysOf({ ...recipe, inputs: { a: 1, b: 2 } });
    const b = await recipeKeysOf({ ...recipe, inputs: { b: 2, a: 1 }, presetId: 'renamed' });
    expect(a).toEqual(b);
  });

  it('are not there where nobody knows the workflow’s version', async () => {
    const { workflowVersion: _, ...old } = recipe;
    expect(await recipeKeysOf(old)).toBe(null);
  });
});

describe('an earlier picture', () => {
  const store = (...entries: HistoryEntry[]) => ({ findByRecipe: async () => entries });

  it('is the same with its seed, and only like it without', async () => {
    expect(await findEarlier(recipe, store(entry()))).toMatchObject({ match: 'same' });
    expect(await findEarlier({ ...recipe, seed: null }, store(entry()))).toMatchObject({ match: 'like' });
  });

  it.each([
    { state: 'failed' as const },
    { deletedAtMs: nowMs },
    { figures: { queueSeconds: null, runSeconds: null, costUsd: null, substituted: ['prompt'] } },
  ])('is none that %o', async (change) => {
    expect(await findEarlier(recipe, store(entry(change)))).toBe(null);
    expect(await findEarlier(recipe, store(entry(change), entry({ id: 'older' })))).toMatchObject({
      entry: { id: 'older' },
    });
  });

  it('is shown again by a job that cost nothing and says so', () => {
    const deps = { clock: createVirtualClock(), ids: createCountingIds() };
    const { context } = jobIn(done);
    const job = servedJob(entry(), { id: 'again', recipe: { ...recipe, seed: 99 }, context }, deps);
    expect(job).toMatchObject({ stage: { name: 'done', figures: { costUsd: null } }, recipe: { seed: 7 } });
    expect(job.servedFrom).toEqual({ jobId: entry().id, endedAtMs: nowMs - 1 });
    expect(job.enteredAtMs.done, 'past runs are found by it').toBe(undefined);
  });
});

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

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_400, '1.4 KB'],
  [312_000_000, '312 MB'],
  [999_700_000, '1.0 GB'],
])('%d bytes are %s to people', (sizeBytes, words) => {
  expect(formatBytes(sizeBytes)).toBe(words);
});

it('jobs of version 1 lack what newer recipes have, and nothing is made up', async () => {
  const old: Job = jobIn(done);
  expect(await recipeKeysOf(old.recipe)).toBe(null);
});
