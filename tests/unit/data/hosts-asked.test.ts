import { afterEach, expect, it, vi } from 'vitest';
import type { Backup } from '#shared/backup/backup.ts';
import type { Connection } from '#shared/connection/connection.ts';
import { lockKeychain, newLock } from '#shared/connection/keychain.ts';
import { hostsToBeAllowed } from '../../../extension/features/data/hosts-asked.ts';
import { takeWanted } from '../../../extension/features/data/take-wanted.ts';
import { connectionOf } from '../../fakes/connections.ts';
import { createMemoryServices } from '../../fakes/memory-services.ts';

afterEach(() => vi.unstubAllGlobals());

const password = 'three small words';
const [known, fresh, lacking] = ['https://known.example/*', 'https://new.example/*', 'https://no.example/*'];
const engines: readonly Connection[] = [
  { ...connectionOf('predictions'), hosts: [known, fresh] },
  { ...connectionOf('comfydeploy'), hosts: [lacking] },
];

/** A person has allowed all that a file asks for; its keys are of one of its two engines. */
async function allowedFile(onWrite: () => void = () => {}) {
  const { services, browser } = createMemoryServices(onWrite);
  browser.allowed.add(known);
  const hosts = await hostsToBeAllowed(engines);
  for (const host of hosts) browser.allowed.add(host);
  const [first = connectionOf('predictions')] = engines;
  const keys = await lockKeychain([{ connection: first, apiKey: 'key' }], await newLock(password));
  const connections = engines.map((connection) => ({ connection, hasKey: true }));
  const backup: Backup = { savedAtMs: 1, restyle: '0', synced: [], connections, settings: {}, keys };
  const asked = { found: { backup, history: null, files: new Map() }, hosts };
  const take = (word: string) =>
    takeWanted(asked, { hasSettings: false, hasHistory: false, password: word }, services, () => {});
  return { allowed: browser.allowed, take };
}

it('keeps the hosts of the engines that are connected, and gives all that is new back with them', async () => {
  const { allowed, take } = await allowedFile();
  const taken = await take(password);
  expect([...allowed]).toEqual([known, fresh]);
  await taken?.undo();
  expect([...allowed]).toEqual([known]);
});

it('keeps none after another password', async () => {
  const { allowed, take } = await allowedFile();
  expect(await take('three other words')).toBe(null);
  expect([...allowed]).toEqual([known]);
});

it('keeps none where taking it in failed', async () => {
  const { allowed, take } = await allowedFile(() => {
    throw new Error('The disk is full.');
  });
  await expect(take(password)).rejects.toThrow('The disk is full.');
  expect([...allowed]).toEqual([known]);
});
