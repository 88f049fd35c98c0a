import type { Page } from 'playwright-core';
import type { HistoryEntry } from '#shared/history/entry.ts';
import { entryOf } from '#shared/history/entry.ts';
import type { Job } from '#shared/jobs/job.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { putValues, storedValues } from './stored-values.ts';

/**
 * Puts that many entries into the history, made from one real job: other presets, names, sites and times.
 * They share its pictures, as ten thousand real ones would share none.
 */
export async function fillHistory(extensionPage: Page, job: Job, count: number): Promise<void> {
  const known = await storedValues<HistoryEntry>(extensionPage, 'history');
  const thumbnailKey = known.find(({ id }) => id === job.id)?.thumbnailKey ?? null;
  const entries = Array.from({ length: count }, (_, index) => invented(job, index, thumbnailKey));
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
