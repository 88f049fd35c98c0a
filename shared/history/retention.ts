import type { HistoryEntry } from '#shared/history/entry.ts';
import * as z from '#shared/zod.ts';

const dayMs = 86_400_000;

/** A deleted entry can be had back for so long. */
export const undoMs = 15_000;

const limitsSchema = z.object({
  version: z.literal(1),
  /** All stored pictures together. */
  maxBytes: z.number().check(z.positive()),
  /** `null` keeps pictures however old. */
  maxAgeDays: z.nullable(z.number().check(z.positive())),
});

export type HistoryLimits = z.infer<typeof limitsSchema>;

export const defaultLimits: HistoryLimits = { version: 1, maxBytes: 2 * 1024 ** 3, maxAgeDays: 90 };

/** The stored limits; the usual ones where there are none, or none that can be read. */
export function parseLimits(stored: unknown): HistoryLimits {
  const parsed = limitsSchema.safeParse(stored);
  return parsed.success ? parsed.data : defaultLimits;
}

export type RetentionFacts = {
  limits: HistoryLimits;
  /** Everything that is stored. */
  storedBytes: number;
  nowMs: number;
};

/**
 * The entries that have to go, by id: those deleted by hand, those too old, and of the rest the oldest
 * until what is stored fits. Favourites stay however old and large they are.
 */
export function entriesToRemove(
  entries: readonly HistoryEntry[],
  { limits, storedBytes, nowMs }: RetentionFacts,
): string[] {
  const oldestMs = limits.maxAgeDays === null ? 0 : nowMs - limits.maxAgeDays * dayMs;
  const gone = new Set<string>();
  let leftBytes = storedBytes;
  for (const entry of entries.toSorted((a, b) => a.endedAtMs - b.endedAtMs)) {
    if (!isDeleted(entry, nowMs) && !canGo(entry, { oldestMs, isFull: leftBytes > limits.maxBytes }))
      continue;
    gone.add(entry.id);
    leftBytes -= entry.sizeBytes;
  }
  return [...gone];
}

function isDeleted({ deletedAtMs }: HistoryEntry, nowMs: number): boolean {
  return deletedAtMs !== null && nowMs - deletedAtMs >= undoMs;
}

type Pressure = { oldestMs: number; isFull: boolean };

function canGo({ favourite, endedAtMs, deletedAtMs }: HistoryEntry, { oldestMs, isFull }: Pressure): boolean {
  return !favourite && deletedAtMs === null && (endedAtMs < oldestMs || isFull);
}
