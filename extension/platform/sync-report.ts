import type { SyncReport } from '#shared/sync/transport.ts';
import * as z from '#shared/zod.ts';
import { localStore } from './local-store.ts';

const reportKey = 'sync.report';

const reportSchema = z.object({
  tooMany: z.array(z.string()),
  tooLarge: z.array(z.string()),
  refused: z.nullable(z.string()),
});

/** Keeps what stayed on this browser, for the settings to say. Written only when it differs. */
export async function saveSyncReport(report: SyncReport): Promise<void> {
  if (JSON.stringify(await localStore.get(reportKey)) !== JSON.stringify(report)) {
    await localStore.set(reportKey, report);
  }
}

export async function loadSyncReport(): Promise<SyncReport | null> {
  const parsed = reportSchema.safeParse(await localStore.get(reportKey));
  return parsed.success ? parsed.data : null;
}
