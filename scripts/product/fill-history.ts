import type { Page } from 'playwright-core';
import type { HistoryEntry } from '#shared/history/entry.ts';
import { entryOf } from '#shared/history/entry.ts';
import type { Job } from '#shared/jobs/job.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { putValues, storedValues } from './stored-values.ts';

/** So many that none is still in memory when it comes round again, and they fit on the disk of a test. */
const copies = 1_000;

/**
 * Puts that many entries into the history, made from one real job: other presets, names, sites and times.
 * They share its result. Its thumbnail is copied, so that each is read for itself as real ones would be.
 */
export async function fillHistory(extensionPage: Page, job: Job, count: number): Promise<void> {
  const known = await storedValues<HistoryEntry>(extensionPage, 'history');
  const thumbnailKey = known.find(({ id }) => id === job.id)?.thumbnailKey ?? null;
  const keys = Array.from({ length: Math.min(copies, count) }, (_, index) => `${thumbnailKey}-${index}`);
  if (thumbnailKey) await extensionPage.evaluate(copyPicture, { from: thumbnailKey, keys });
  const keyOf = (index: number) => (thumbnailKey ? (keys[index % copies] ?? null) : null);
  const entries = Array.from({ length: count }, (_, index) => invented(job, index, keyOf(index)));
  await putValues(extensionPage, 'history', entries);
}

const places = ['gallery.example', 'news.example', 'shop.example', 'wiki.example', 'photos.example'];
const things = ['harbour', 'Café', 'portrait', 'street at night', 'mountain lake', 'market', 'old car'];

function invented(job: Job, index: number, thumbnailKey: string | null): HistoryEntry {
  const extras = { recipeKey: `recipe-${index}`, likeKey: `like-${index}`, thumbnailKey, sizeBytes: 400_000 };
  const endedAtMs = job.updatedAtMs - (index + 1) * 600_000;
  const preset = builtInPresets[index % builtInPresets.length];
  const thing = things[index % things.length] ?? '';
  const recipe = {
    ...job.recipe,
    presetId: preset?.id ?? null,
    prompt: `${preset?.prompt} ${thing}`,
    seed: index + 1,
  };
  return {
    ...entryOf({ ...job, recipe }, extras),
    id: `invented-${index}`,
    label: `${thing} ${index}`,
    page: { host: places[index % places.length] ?? '', title: `A page about a ${thing}` },
    endedAtMs,
    negatedEndMs: -endedAtMs,
    favourite: index % 50 === 0,
    rating: index % 3 === 0 ? 1 + (index % 5) : null,
    totalMs: 5_000 + ((index * 7_919) % 60_000),
  };
}

/** Runs in the page: the same bytes under other keys. */
function copyPicture({ from, keys }: { from: string; keys: string[] }): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('restyle');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('blobs', 'readwrite');
      const store = transaction.objectStore('blobs');
      const reading = store.get(from);
      reading.onsuccess = () => {
        for (const key of keys) store.put(reading.result, key);
      };
      transaction.onerror = () => reject(transaction.error);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
