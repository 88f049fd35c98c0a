import { entryOf, type HistoryEntry } from '#shared/history/entry.ts';
import type { Recipe, Stage } from '#shared/jobs/job.ts';
import { jobIn } from './job-fixtures.ts';

export const dayMs = 86_400_000;
/** The moment at which these tests look. */
export const nowMs = Date.UTC(2026, 10, 26);

export const done: Stage = {
  name: 'done',
  runId: 'r',
  result: { key: 'sha256-result', mimeType: 'image/png', widthPx: 600, heightPx: 400 },
  figures: { queueSeconds: 1, runSeconds: 12, costUsd: 0.007 },
};

export const recipe: Recipe = { ...jobIn(done).recipe, workflowVersion: 'v3', server: 'https://one.example' };

export const extras = { recipeKey: 'r', likeKey: 'l', thumbnailKey: 't', sizeBytes: 1_000 };

/** The entry of a finished job. */
export function entry(changes: Partial<HistoryEntry> = {}): HistoryEntry {
  return { ...entryOf(jobIn(done, { recipe }), extras), endedAtMs: nowMs - 1, ...changes };
}
