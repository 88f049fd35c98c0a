import { describe, expect, it } from 'vitest';
import type { Connection } from '#shared/connection/connection.ts';
import {
  type KeychainEntry,
  lockKeychain,
  lockOf,
  newLock,
  openKeychain,
  parseKeychain,
} from '#shared/connection/keychain.ts';
import { keyOfPassphrase } from '#shared/connection/passphrase.ts';

const connection: Connection = {
  version: 1,
  engine: 'comfydeploy',
  baseUrl: 'https://api.comfydeploy.com/api',
  deploymentId: '15e79589-12c9-453c-a41a-348fdd7de957',
  hosts: ['https://api.comfydeploy.com/*'],
  description: { name: 'Édition', workflowVersion: 'v1', inputs: [], outputId: null, gpu: 'L40S' },
  prices: { L40S: 0.0006 },
};
const entries: KeychainEntry[] = [{ connection, apiKey: 'eyJ-canary' }];
const passphrase = 'three small words';

describe('a keychain', () => {
  it('opens on another browser with the passphrase, and shows nothing of itself', async () => {
    const stored = JSON.stringify(await lockKeychain(entries, await newLock(passphrase)));
    expect(stored).not.toContain('canary');
    expect(stored).not.toContain('comfydeploy.com');
    const envelope = parseKeychain(JSON.parse(stored));
    if (!envelope) throw new Error('It cannot be read back.');
    const { key } = await lockOf(envelope, `${passphrase} `);
    expect(await openKeychain(envelope, key)).toEqual(entries);
  });

  it('stays shut for another passphrase', async () => {
    const envelope = await lockKeychain(entries, await newLock(passphrase));
    const { key } = await lockOf(envelope, 'three other words');
    expect(await openKeychain(envelope, key)).toBeNull();
  });

  it('takes a letter however the system composes it', async () => {
    const envelope = await lockKeychain(entries, await newLock('caf\u00e9 au lait noir'));
    const { key } = await lockOf(envelope, 'cafe\u0301 au lait noir');
    expect(await openKeychain(envelope, key)).toEqual(entries);
  });

  it('is not opened with fewer rounds than it must have', async () => {
    await expect(keyOfPassphrase(passphrase, new Uint8Array(16), 1_000)).rejects.toThrow('iterations');
  });

  it('with a large workflow still fits into an item of the synced area', async () => {
    const node = (id: number) => [
      String(id),
      { class_type: 'KSampler', inputs: { seed: id, steps: 20, cfg: 1, model: [String(id - 1), 0] } },
    ];
    const graph = Object.fromEntries(Array.from({ length: 150 }, (_, id) => node(id)));
    const own = {
      ...connection,
      engine: 'comfyui' as const,
      workflow: { name: 'Own', graph },
    } as unknown as Connection;
    const envelope = await lockKeychain(
      [...entries, { connection: own, apiKey: null }],
      await newLock(passphrase),
    );
    expect(JSON.stringify(envelope).length).toBeLessThan(8_000);
  });
});
