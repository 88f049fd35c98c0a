import { parseLimits } from '#shared/history/retention.ts';
import { parseFills } from '#shared/presets/fill-store.ts';
import {
  loadBatchSettings,
  parseBatchSettings,
  saveBatchSettings,
} from '../../platform/batches/batch-settings.ts';
import { loadHistoryLimits, saveHistoryLimits } from '../../platform/history-limits.ts';
import { loadFills, saveFills } from '../../platform/prompt-fills.ts';
import { saveTheme } from '../../platform/views/save-theme.ts';
import { loadTheme, parseTheme } from '../../platform/views/theme.ts';
import type { WayBack } from './way-back.ts';

type Settings = Readonly<Record<string, unknown>>;

/** What a person has set here. Rights are the browser's, and connections stand for themselves. */
export async function readSettings(): Promise<Settings> {
  return {
    theme: loadTheme(),
    historyLimits: await loadHistoryLimits(),
    batches: await loadBatchSettings(),
    fills: { version: 1, fills: await loadFills() },
  };
}

/** Sets what a file names, as far as it can be read; the rest stays. */
export async function applySettings(stored: Settings, wayBack: WayBack): Promise<void> {
  const before = await readSettings();
  wayBack.add(() => set(before));
  await set(stored);
}

async function set({ theme, historyLimits, batches, fills }: Settings): Promise<void> {
  if (theme !== undefined) saveTheme(parseTheme(theme));
  if (historyLimits !== undefined) await saveHistoryLimits(parseLimits(historyLimits));
  if (batches !== undefined) await saveBatchSettings(parseBatchSettings(batches));
  if (fills !== undefined) await saveFills(parseFills(fills));
}
