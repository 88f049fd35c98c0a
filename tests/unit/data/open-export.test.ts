import { expect, it } from 'vitest';
import { zipChunks } from '#shared/archive/zip.ts';
import { writeBackup } from '#shared/backup/backup.ts';
import { dataWords } from '#shared/i18n/en/data.ts';
import { openExport } from '../../../extension/features/data/open-export.ts';

const backup = { savedAtMs: 1, restyle: '0', synced: [], connections: [], settings: {}, keys: null };

async function zipOf(texts: Record<string, string>): Promise<Blob> {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
    modifiedAtMs: 0,
  }));
  const chunks: BlobPart[] = [];
  for await (const chunk of zipChunks(files)) chunks.push(chunk);
  return new Blob(chunks);
}

it('a file that was saved without a history has none', async () => {
  expect((await openExport(await zipOf({ 'restyle.json': writeBackup(backup) }))).history).toBe(null);
});

it.each([
  ['no JSON', '{'],
  ['of another version', '{"format":"restyle-history","version":2,"results":[],"pictures":{}}'],
])('a history that is %s is not taken for none', async (_, text) => {
  const zip = await zipOf({ 'restyle.json': writeBackup(backup), 'history.json': text });
  await expect(openExport(zip)).rejects.toThrow(dataWords.import.historyUnreadable);
});
