import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#shared/history/entry.ts';
import type { HistoryStore } from '#shared/history/history-store.ts';
import { recordInHistory } from '#shared/history/recorder.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import { makeThumbnail } from '#shared/images/thumbnail.ts';
import type { Job, Stage } from '#shared/jobs/job.ts';
import type { Bytes } from '#shared/ports.ts';
import { createMemoryBlobStore } from '#shared/storage/memory.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';
import { createSharpCodec } from '../../fakes/sharp-codec.ts';
import { paint, photo, photoNames } from '../images/sample-pictures.ts';

const codec = createSharpCodec();

describe('a thumbnail', () => {
  it.each(photoNames)('of %s is small in pixels and bytes', async (name) => {
    const small = await makeThumbnail({ bytes: photo(name), mimeType: '' }, codec);
    const { widthPx, heightPx } = readPictureHeader(small?.bytes ?? new Uint8Array());
    expect(Math.max(widthPx, heightPx)).toBe(256);
    expect(small?.bytes.length).toBeLessThanOrEqual(12_288);
  });

  it('of the hardest picture, noise, is small too', async () => {
    let state = 1;
    const noise = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state % 256;
    };
    const png = await paint(400, 400, () => [noise(), noise(), noise()])
      .png()
      .toBuffer();
    const small = await makeThumbnail({ bytes: new Uint8Array(png) as Bytes, mimeType: '' }, codec);
    expect(small?.bytes.length ?? 0).toBeLessThanOrEqual(12_288);
  });

  it('of what is no picture is none', async () => {
    expect(await makeThumbnail({ bytes: new Uint8Array(9), mimeType: '' }, codec)).toBe(null);
  });
});

describe('an ended job', () => {
  async function recorded(stage: (key: string) => Stage, changes: Partial<Job> = {}) {
    const blobs = createMemoryBlobStore();
    const key = await blobs.put({ bytes: photo('coffee.png'), mimeType: 'image/png' });
    const entries: HistoryEntry[] = [];
    const history = { record: async (entry) => void entries.push(entry) } as HistoryStore;
    const job = jobIn(stage(key), changes);
    await recordInHistory(
      { ...job, recipe: { ...job.recipe, sourceKey: key, workflowVersion: 'v1' } },
      { history, blobs, codec },
    );
    return { entry: entries[0], blobs };
  }
  const result = (key: string) => ({ key, mimeType: 'image/png', widthPx: 600, heightPx: 400 });
  const figures = { queueSeconds: 1, runSeconds: 2, costUsd: 0.01 };

  it('is kept with a thumbnail, its keys and what it weighs', async () => {
    const { entry, blobs } = await recorded((key) => ({
      name: 'done',
      runId: 'r',
      result: result(key),
      figures,
    }));
    const thumbnail = await blobs.get(entry?.thumbnailKey ?? '');
    expect(entry?.sizeBytes).toBe(photo('coffee.png').length + (thumbnail?.bytes.length ?? 0));
    expect(entry).toMatchObject({
      state: 'done',
      recipeKey: expect.any(String),
      likeKey: expect.any(String),
      figures,
    });
  });

  it('that failed is kept with what it was to be made of', async () => {
    const error = { code: 'run-failed', detail: '' } as const;
    const { entry } = await recorded(() => ({ name: 'failed', error, runId: null, retryFrom: null }));
    expect(entry).toMatchObject({ state: 'failed', errorCode: 'run-failed', result: null });
    expect(entry?.thumbnailKey).not.toBe(null);
  });

  it('that only showed a picture again is not kept', async () => {
    const servedFrom = { jobId: 'earlier', endedAtMs: 1 };
    const { entry } = await recorded((key) => ({ name: 'done', runId: '', result: result(key), figures }), {
      servedFrom,
    });
    expect(entry).toBe(undefined);
  });
});
