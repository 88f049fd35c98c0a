import { afterEach, expect, it, vi } from 'vitest';
import type { HistoryFile } from '#shared/backup/history-file.ts';
import { entryOf } from '#shared/history/entry.ts';
import { recipeKeysOf } from '#shared/history/recipe-key.ts';
import { blobKeyOf } from '#shared/storage/blob-key.ts';
import type { FoundData } from '../../../extension/features/data/open-export.ts';
import { takeHistory } from '../../../extension/features/data/take-history.ts';
import { createWayBack } from '../../../extension/features/data/way-back.ts';
import { done, recipe } from '../../fakes/history-fixtures.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';
import { createMemoryServices } from '../../fakes/memory-services.ts';
import { tinyPicture } from '../../fakes/tiny-picture.ts';

afterEach(() => vi.unstubAllGlobals());

const taking = () => ({ wayBack: createWayBack(), onProgress: () => {} });

/** A file with one result, which says of it what is not so. */
async function forgedFile() {
  const { bytes } = await tinyPicture(1);
  const key = await blobKeyOf(bytes);
  const result = { key, mimeType: 'text/html', widthPx: 1, heightPx: 1 };
  const job = jobIn({ ...done, result } as typeof done, { recipe });
  const extras = { recipeKey: 'another', likeKey: 'another', thumbnailKey: null, sizeBytes: bytes.length };
  const entry = { ...entryOf(job, extras), label: 'another', favourite: true };
  const history: HistoryFile = {
    results: [{ job, entry }],
    pictures: { [key]: { path: 'pictures/a.png', mimeType: 'text/html' } },
  };
  const read = vi.fn(async () => bytes);
  const files = new Map([['pictures/a.png', { sizeBytes: bytes.length, read }]]);
  return { found: { history, files } as unknown as FoundData, job, key, read };
}

it('what a file says of a result is told anew by its recipe and its picture; the marks are the file’s', async () => {
  const { services } = createMemoryServices();
  const { found, job, key } = await forgedFile();
  expect(await takeHistory(found, services, taking())).toBe(1);
  const entry = await services.history.get(job.id);
  const told = { key, mimeType: 'image/png', widthPx: 40, heightPx: 40 };
  expect(entry).toMatchObject({ ...(await recipeKeysOf(recipe)), result: told, favourite: true });
  expect(entry?.label).toBe(job.context.label);
  expect((await services.blobs.get(key))?.mimeType).toBe('image/png');
});

it.each([
  ['no picture', Uint8Array.of(60, 104, 49, 62)],
  ['another picture', null],
])('%s in place of a result is not kept, nor is that result offered again', async (_, bytes) => {
  const { services, disk } = createMemoryServices();
  const { found, job, read } = await forgedFile();
  read.mockResolvedValue(bytes ?? (await tinyPicture(2)).bytes);
  await takeHistory(found, services, taking());
  expect(await services.history.get(job.id)).toMatchObject({ recipeKey: null, likeKey: null });
  expect(disk.valuesIn('blobs')).toEqual([]);
});

it('a job that is being made here is not written over', async () => {
  const { services } = createMemoryServices();
  const { found, job } = await forgedFile();
  const making = { ...job, stage: { name: 'preparing' } as const };
  await services.journal.put(making);
  expect(await takeHistory(found, services, taking())).toBe(0);
  expect(await services.journal.get(job.id)).toEqual(making);
  expect(await services.history.get(job.id)).toBe(null);
});
