import { browser } from 'wxt/browser';
import { writeDiagnostics } from '#shared/diagnostics/diagnostics.ts';
import { dataWords } from '#shared/i18n/en/data.ts';
import { systemClock } from '#shared/platform.ts';
import { newestJobs } from '#shared/web/storage/job-journal.ts';
import { hasAllSites } from '../../platform/all-sites.ts';
import { loadConnections } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { saveTextFile } from '../../platform/views/save-text-file.ts';
import { keptAmounts } from './kept-amounts.ts';

const lookedAt = 100;

export async function saveDiagnostics(services: Services): Promise<void> {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  const { pictures, settingsBytes, wholeBytes } = await keptAmounts(services);
  const atMs = systemClock.nowMs();
  const text = writeDiagnostics({
    atMs,
    version: browser.runtime.getManifest().version,
    userAgent: navigator.userAgent,
    connections: await loadConnections(),
    jobs: await newestJobs(services.database, lookedAt),
    rights: { permissions, origins, hasAllSites: await hasAllSites() },
    sizesBytes: { pictures: pictures.sizeBytes, settings: settingsBytes, whole: wholeBytes ?? 0 },
  });
  saveTextFile(dataWords.diagnosticsName(new Date(atMs).toISOString().slice(0, 10)), text);
}
