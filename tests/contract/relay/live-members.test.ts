import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLiveMembers } from '../../../relay/command-line/live-members.ts';

const ada = { name: 'Ada', tokenHash: 'a'.repeat(64) };

test('follows the file, keeps the last good list while it is broken, and lets nobody in once it is gone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'relay-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'relay.config.json');
  const warnings: string[] = [];
  const members = createLiveMembers(path, (sentence) => warnings.push(sentence));
  expect(await members()).toEqual([]);
  await writeFile(path, JSON.stringify({ members: [ada] }));
  expect(await members()).toEqual([ada]);
  await writeFile(path, '{ "members": [');
  expect(await members()).toEqual([ada]);
  expect(await members()).toEqual([ada]);
  expect(warnings).toEqual([expect.stringContaining('not valid JSON')]);
  await rm(path);
  expect(await members()).toEqual([]);
});
