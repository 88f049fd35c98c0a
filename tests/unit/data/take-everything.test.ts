import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Backup } from '#shared/backup/backup.ts';
import { entryOf } from '#shared/history/entry.ts';
import type { Job, ResultInfo } from '#shared/jobs/job.ts';
import { blobKeyOf } from '#shared/storage/blob-key.ts';
import type { FoundData } from '../../../extension/features/data/open-export.ts';
import { readSettings } from '../../../extension/features/data/settings-in-file.ts';
import { takeEverything } from '../../../extension/features/data/take-everything.ts';
import { loadConnections } from '../../../extension/platform/connection-store.ts';
import * as sweeping from '../../../extension/platform/retention/sweep-pictures.ts';
import type { Services } from '../../../extension/platform/services.ts';
import { connectionOf } from '../../fakes/connections.ts';
import { done, extras, recipe } from '../../fakes/history-fixtures.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';
import { createMemoryServices } from '../../fakes/memory-services.ts';
import { tinyPicture } from '../../fakes/tiny-picture.ts';

// What nothing names any more is swept by its age, which is not what is asked here.
beforeEach(() => void vi.spyOn(sweeping, 'sweepPictures').mockResolvedValue());

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const syncedItem = (id: string, text: string) => ({
  ...{ version: 1 as const, id, seen: { there: 1 } },
  versions: [{ deviceId: 'there', edit: 1, value: { text }, changedAtMs: 1 }],
});

const keys = (['comfydeploy', 'predictions'] as const).map((engine) => ({
  connection: connectionOf(engine),
  apiKey: 'key',
}));

const backup: Backup = {
  ...{ savedAtMs: 1, restyle: '0.0.0', keys: null },
  synced: [syncedItem('preset.a', 'theirs'), syncedItem('mark.a', 'theirs')],
  connections: keys.map(({ connection }) => ({ connection, hasKey: true })),
  settings: { theme: 'dark', fills: { version: 1, fills: { place: 'Rome' } }, historyLimits: {} },
};

const resultOf = (job: Job) => ({ job, entry: { ...entryOf(job, extras), favourite: true } });

async function fileOfEverything(): Promise<{ found: FoundData; known: Job }> {
  const { bytes } = await tinyPicture(1);
  const key = await blobKeyOf(bytes);
  const result: ResultInfo = { key, mimeType: 'image/png', widthPx: 40, heightPx: 40 };
  const jobs = ['known', 'new', 'newer'].map((id) =>
    jobIn({ ...done, result } as typeof done, { id, recipe }),
  );
  const files = new Map([['a.png', { sizeBytes: bytes.length, read: async () => bytes }]]);
  const pictures = { [key]: { path: 'a.png', mimeType: 'image/png' } };
  const history = { results: jobs.map(resultOf), pictures };
  return { found: { backup, history, files }, known: jobs[0] as Job };
}

async function allThatIsHere({ synced, history, journal, database }: Services) {
  return {
    presets: (await synced.list()).map(({ value }) => value),
    settings: await readSettings(),
    engines: (await loadConnections()).map(({ engine }) => engine),
    results: await history.all(),
    jobs: await (await database).getAll('jobs'),
    known: await journal.get('known'),
  };
}

/** Takes everything in on a disk that refuses one write; answers what was there before and after. */
async function takenWith(refusedWrite: number) {
  let left = Number.POSITIVE_INFINITY;
  const { services } = createMemoryServices(() => {
    left -= 1;
    if (left === 0) throw new Error('The disk is full.');
  });
  const { found, known } = await fileOfEverything();
  await services.synced.put('preset.own', { text: 'ours' });
  await services.journal.put(known);
  await services.history.record(entryOf(known, extras));
  const before = await allThatIsHere(services);
  left = refusedWrite;
  const choices = { hasSettings: true, hasHistory: true, keys, onProgress: () => {} };
  const taking = takeEverything(found, choices, services);
  const taken = await taking.catch(() => null);
  const isRefused = left <= 0;
  left = Number.POSITIVE_INFINITY;
  return { before, taken, isRefused, after: await allThatIsHere(services), services };
}

it('whichever write fails, all is as it was before', async () => {
  let failed = 0;
  for (let write = 1; ; write++) {
    const { before, taken, isRefused, after } = await takenWith(write);
    if (!isRefused) break;
    expect(taken, `write ${write}`).toBe(null);
    failed += 1;
    expect(after, `write ${write}`).toEqual(before);
  }
  // Presets, settings, two engines, marks, and two results with their pictures.
  expect(failed).toBeGreaterThan(12);
});

it('is all there where none fails, and goes again', async () => {
  const { before, taken, after, services } = await takenWith(Number.POSITIVE_INFINITY);
  expect(taken).toMatchObject({ presetCount: 2, resultCount: 2, lacking: [] });
  expect(after.engines).toEqual(['comfydeploy', 'predictions']);
  expect(after.results.filter(({ favourite }) => favourite)).toHaveLength(3);
  await taken?.undo();
  expect(await allThatIsHere(services)).toEqual(before);
});
