import type { VersionVector } from '#shared/sync/version-vector.ts';
import * as z from '#shared/zod.ts';

/** What is synced: objects of JSON. Fields that a newer version of Restyle added are kept as they are. */
export type SyncValue = Readonly<Record<string, unknown>>;

/** One edit that nobody has replaced yet. Device and number together name it for good. */
export type SyncVersion = {
  deviceId: string;
  /** Which of the device's edits of this item it is, from 1. */
  edit: number;
  /** `null`: deleted. */
  value: SyncValue | null;
  /** By the clock of the device that made it. Decides which edit comes first, never what is lost. */
  changedAtMs: number;
};

/**
 * One thing that several browsers edit: a preset, a mark on one, a setting. Edits made without knowledge
 * of each other stand side by side until somebody who has seen both replaces them. Dotted version vectors:
 * Preguiça et al., https://arxiv.org/abs/1011.5808
 */
export type SyncItem = {
  version: 1;
  id: string;
  /** All edits this item has seen, replaced ones too. */
  seen: VersionVector;
  versions: readonly SyncVersion[];
};

/** Counted one by one: beyond the safe integers the next would be the same number again. */
const editNumber = z.int().check(z.nonnegative());

const versionSchema = z.object({
  deviceId: z.string(),
  edit: editNumber,
  value: z.nullable(z.record(z.string(), z.unknown())),
  changedAtMs: z.number(),
});
const itemSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  seen: z.record(z.string(), editNumber),
  versions: z.array(versionSchema),
});

/** An item as some browser stored it; `null` when it is damaged or of a version we do not know. */
export function parseSyncItem(stored: unknown): SyncItem | null {
  const parsed = itemSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** When the item was last changed, by the clocks of those who did. */
export function changedAtMs({ versions }: SyncItem): number {
  return Math.max(0, ...versions.map((version) => version.changedAtMs));
}

export function isDeleted({ versions }: SyncItem): boolean {
  return versions.every(({ value }) => value === null);
}
