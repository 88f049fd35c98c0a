import { browser } from 'wxt/browser';
import { type ZipFile, zipStream } from '#shared/archive/zip.ts';
import { shareable } from '#shared/connection/choices.ts';
import type { HistoryEntry } from '#shared/history/entry.ts';
import type { Bytes } from '#shared/ports.ts';
import { writePresetFile } from '#shared/presets/preset-file.ts';
import { loadConnections } from '../../platform/connection-store.ts';
import { loadHistoryLimits } from '../../platform/history-limits.ts';
import type { Services } from '../../platform/services.ts';

const extensions: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg' };

type Progress = (done: number, total: number) => void;

/** Everything of a person's as files, one picture at a time in memory. Keys are left out. */
export function zipOfEverything(services: Services, onProgress: Progress): ReadableStream<Bytes> {
  return zipStream(filesOf(services, onProgress));
}

async function* filesOf(
  { history, blobs, presets }: Services,
  onProgress: Progress,
): AsyncGenerator<ZipFile> {
  const entries = (await history.all()).filter(({ deletedAtMs }) => deletedAtMs === null);
  const own = (await presets.load()).all.filter(({ builtIn }) => !builtIn);
  yield textFile('settings.json', JSON.stringify(await settings(), null, 2));
  yield textFile('history.json', JSON.stringify(entries, null, 2));
  if (own.length > 0) yield textFile('presets.json', writePresetFile(own));
  for (const [done, entry] of entries.entries()) {
    onProgress(done, entries.length);
    const blob = entry.result && (await blobs.get(entry.result.key));
    if (blob) yield { path: nameOf(entry), bytes: blob.bytes, modifiedAtMs: entry.endedAtMs };
  }
}

async function settings() {
  const version = browser.runtime.getManifest().version;
  const connections = (await loadConnections()).map(shareable);
  return { restyle: version, connections, historyLimits: await loadHistoryLimits() };
}

function textFile(path: string, text: string): ZipFile {
  return { path, bytes: new TextEncoder().encode(text), modifiedAtMs: Date.now() };
}

/** By its id, which `history.json` has too: labels of pages are no file names. */
function nameOf({ id, result }: HistoryEntry): string {
  return `pictures/${id}.${extensions[result?.mimeType ?? ''] ?? 'png'}`;
}
