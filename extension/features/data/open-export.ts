import { openZip, type ZippedFile } from '#shared/archive/unzip.ts';
import { type Backup, parseBackup } from '#shared/backup/backup.ts';
import { type HistoryFile, parseHistoryFile } from '#shared/backup/history-file.ts';
import { parseJson } from '#shared/engines/http/parse-json.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { dataWords } from '#shared/i18n/en/data.ts';

/** Pictures end at 50 MB; a history of ten thousand results takes about 40. */
const maxFileBytes = 128 * 1024 * 1024;

export type FoundData = {
  backup: Backup;
  /** `null` where the file was saved without. */
  history: HistoryFile | null;
  files: ReadonlyMap<string, ZippedFile>;
};

/** What a saved file holds, before anything of it is used. Raises `file-unreadable` when it is none of ours. */
export async function openExport(file: Blob): Promise<FoundData> {
  const files = await openZip(file, maxFileBytes);
  const backup = parseBackup(await readJson(files.get('restyle.json')));
  if (!backup) throw new AppError('file-unreadable', dataWords.import.other);
  return { backup, history: await readHistory(files.get('history.json')), files };
}

async function readHistory(file: ZippedFile | undefined): Promise<HistoryFile | null> {
  if (!file) return null;
  const history = parseHistoryFile(await readJson(file));
  if (!history) throw new AppError('file-unreadable', dataWords.import.historyUnreadable);
  return history;
}

async function readJson(file: ZippedFile | undefined): Promise<unknown> {
  return file ? parseJson(new TextDecoder().decode(await file.read())) : null;
}
