import { browser } from 'wxt/browser';
import { type ZipFile, zipStream } from '#shared/archive/zip.ts';
import { writeBackup } from '#shared/backup/backup.ts';
import { keysOf, type PackedResult, writeHistoryFile } from '#shared/backup/history-file.ts';
import { shareable } from '#shared/connection/choices.ts';
import type { Connection } from '#shared/connection/connection.ts';
import {
  canTravel,
  type KeychainEntry,
  type KeychainEnvelope,
  lockKeychain,
  newLock,
} from '#shared/connection/keychain.ts';
import type { HistoryEntry } from '#shared/history/entry.ts';
import { isFinished } from '#shared/jobs/job.ts';
import type { BlobKey, Bytes } from '#shared/ports.ts';
import { writePresetFile } from '#shared/presets/preset-file.ts';
import { loadApiKey, loadConnections } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { readSettings } from './settings-in-file.ts';

const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

type Progress = (done: number, total: number) => void;

export type ExportChoices = {
  hasHistory: boolean;
  /** Keys come along only with one, and locked with it. */
  password: string | null;
};

/** Everything of a person's as files, one picture at a time in memory. */
export function zipOfEverything(
  services: Services,
  choices: ExportChoices,
  onProgress: Progress,
): ReadableStream<Bytes> {
  return zipStream(filesOf(services, choices, onProgress));
}

async function* filesOf(
  services: Services,
  choices: ExportChoices,
  onProgress: Progress,
): AsyncGenerator<ZipFile> {
  const own = (await services.presets.load()).all.filter(({ builtIn }) => !builtIn);
  yield textFile('restyle.json', await backupText(services, choices.password));
  if (own.length > 0) yield textFile('presets.json', writePresetFile(own));
  if (choices.hasHistory) yield* historyFiles(services, onProgress);
}

async function backupText({ synced, database }: Services, password: string | null): Promise<string> {
  const entries = await Promise.all(
    (await loadConnections()).map(async (connection) => ({
      connection: withoutWebhook(connection),
      apiKey: await loadApiKey(connection.engine, database),
    })),
  );
  return writeBackup({
    savedAtMs: Date.now(),
    restyle: browser.runtime.getManifest().version,
    synced: await synced.replica(),
    connections: entries.map(({ connection, apiKey }) => ({ connection, hasKey: apiKey !== null })),
    settings: await readSettings(),
    keys: password === null ? null : await lockedKeys(entries, password),
  });
}

async function lockedKeys(
  entries: readonly KeychainEntry[],
  password: string,
): Promise<KeychainEnvelope | null> {
  const withKey = entries.filter((entry) => entry.apiKey !== null && canTravel(entry));
  return withKey.length === 0 ? null : lockKeychain(withKey, await newLock(password));
}

/** A webhook's address is a secret of its own; what the inputs are for comes along. */
function withoutWebhook(connection: Connection): Connection {
  return { ...shareable(connection), description: connection.description } as Connection;
}

/** The pictures, then what they are of: by then it is known which could be read. */
async function* historyFiles(services: Services, onProgress: Progress): AsyncGenerator<ZipFile> {
  const packed = new Map<BlobKey, { path: string; mimeType: string }>();
  const results: PackedResult[] = [];
  const entries = (await services.history.all()).filter(
    ({ deletedAtMs, isOutdated }) => deletedAtMs === null && !isOutdated,
  );
  for (const [done, entry] of entries.entries()) {
    onProgress(done, entries.length);
    const job = await services.journal.get(entry.id);
    if (!job || !isFinished(job)) continue;
    results.push({ entry, job });
    for (const key of keysOf(entry)) {
      const blob = packed.has(key) ? null : await services.blobs.get(key);
      if (!blob) continue;
      const path = pathOf(key, entry, blob.mimeType);
      packed.set(key, { path, mimeType: blob.mimeType });
      yield { path, bytes: blob.bytes, modifiedAtMs: entry.endedAtMs };
    }
  }
  yield textFile('history.json', writeHistoryFile({ results, pictures: Object.fromEntries(packed) }));
}

/** By the entry's id, which is in the history too: labels of pages are no file names. */
function pathOf(key: BlobKey, { id, result }: HistoryEntry, mimeType: string): string {
  const name = key === result?.key ? `pictures/${id}` : `more/${key}`;
  return `${name}.${extensions[mimeType] ?? 'bin'}`;
}

function textFile(path: string, text: string): ZipFile {
  return { path, bytes: new TextEncoder().encode(text), modifiedAtMs: Date.now() };
}
