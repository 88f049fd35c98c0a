import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Backup, parseBackup, writeBackup } from '#shared/backup/backup.ts';
import { keysOf, parseHistoryFile, writeHistoryFile } from '#shared/backup/history-file.ts';
import { entryOf } from '#shared/history/entry.ts';
import type { Job, Stage } from '#shared/jobs/job.ts';
import { hostsOf } from '../../../extension/features/data/take-connections.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';

const keyOf = (letter: string) => `sha256-${letter.repeat(64)}`;
const figures = { queueSeconds: 1, runSeconds: 12, costUsd: 0.007 };
const done: Stage = {
  name: 'done',
  runId: 'r',
  result: { key: keyOf('b'), mimeType: 'image/png', widthPx: 600, heightPx: 400 },
  figures,
};
const failed: Stage = {
  name: 'failed',
  error: { code: 'timeout', detail: 'It took too long' },
  runId: null,
  retryFrom: { name: 'preparing' },
};

function jobOf(stage: Stage): Job {
  const job = jobIn(stage);
  return { ...job, recipe: { ...job.recipe, sourceKey: keyOf('a') } };
}

const extras = { recipeKey: 'r', likeKey: 'l', thumbnailKey: keyOf('c'), sizeBytes: 1_000 };
const resultOf = (job: Job) => ({ job, entry: entryOf(job, extras) });
const backup: Backup = {
  savedAtMs: 1,
  restyle: '0.1.0',
  synced: [
    {
      version: 1,
      id: 'preset.a',
      seen: { one: 1 },
      versions: [{ deviceId: 'one', edit: 1, value: { name: 'A', invented: 1 }, changedAtMs: 1 }],
    },
  ],
  connections: [],
  settings: { theme: 'dark', invented: [1] },
  keys: null,
};

describe('a file of everything', () => {
  it('says what went into it', () => {
    expect(parseBackup(JSON.parse(writeBackup(backup)))).toEqual(backup);
  });

  it('loses only what cannot be read', () => {
    const { synced, connections } = parseBackup({
      ...JSON.parse(writeBackup(backup)),
      synced: [...backup.synced, { version: 2 }, null],
      connections: [{ connection: { engine: 'invented' }, hasKey: true }],
    }) as Backup;
    expect([synced, connections]).toEqual([backup.synced, []]);
  });

  it('asks for no more than named hosts', () => {
    const hosts = [
      'https://api.comfydeploy.com/*',
      'https://*.amazonaws.com/*',
      'http://127.0.0.1/*',
      'https://*.com/*',
      'https://*/*',
      '*://*/*',
      '<all_urls>',
    ];
    const asked = hostsOf([{ hosts } as unknown as Parameters<typeof hostsOf>[0][number]]);
    expect(asked).toEqual(hosts.slice(0, 3));
  });
});

describe('a history in a file', () => {
  const results = [done, failed].map((stage) => resultOf(jobOf(stage)));
  const text = writeHistoryFile({
    results,
    pictures: { [keyOf('a')]: { path: 'a', mimeType: 'image/png' } },
  });

  it('comes back with its jobs, which can be shown and not be gone on with', () => {
    const read = parseHistoryFile(JSON.parse(text));
    expect(read?.results.map(({ entry }) => entry)).toEqual(results.map(({ entry }) => entry));
    expect(read?.results[0]?.job).toEqual(results[0]?.job);
    expect(read?.results[1]?.job.stage).toEqual({ ...failed, retryFrom: null });
    expect([...keysOf(results[0]?.entry as never)]).toEqual([keyOf('a'), keyOf('b'), keyOf('c')]);
  });

  it('loses only the lines that cannot be read', () => {
    const file = JSON.parse(text);
    file.pictures['../x'] = { path: 'x', mimeType: 'image/png' };
    file.pictures[keyOf('b')] = 'x';
    file.results.push(null, 'x');
    expect(parseHistoryFile(file)).toEqual(parseHistoryFile(JSON.parse(text)));
  });

  it.each<[string, Stage]>([
    [
      'running',
      { name: 'running', runId: 'r', progress: { state: 'running', progressRatio: 0, queuePosition: 0 } },
    ],
    ['about to be paid for', { name: 'submitting', pictureValue: 'x', sentAtMs: 1, attempt: 1 }],
  ])('takes in no job that is %s', (_, stage) => {
    const [first] = results;
    const forged = writeHistoryFile({
      results: [{ ...(first as never as { entry: never }), job: jobOf(stage) }],
      pictures: {},
    });
    expect(parseHistoryFile(JSON.parse(forged))?.results).toEqual([]);
  });

  it('of any kind is read without harm', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(text.length), fc.nat(text.length), (value, from, to) => {
        const mangled = text.slice(0, Math.min(from, to)) + text.slice(Math.max(from, to));
        for (const each of [
          value,
          mangled,
          `{"format":"restyle-history","version":1,"results":[{"entry":${value},"job":${value}}],"pictures":{}}`,
        ]) {
          let parsed: unknown = null;
          try {
            parsed = JSON.parse(each);
          } catch {
            continue;
          }
          parseBackup(parsed);
          for (const { job } of parseHistoryFile(parsed)?.results ?? []) {
            expect(['done', 'failed', 'cancelled']).toContain(job.stage.name);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
