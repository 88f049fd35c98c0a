import { expect, it } from 'vitest';
import { deviceKey, knownDeviceKey } from '../../../extension/platform/device-key.ts';
import { createMemoryDatabase } from '../../fakes/memory-database.ts';

it('is made once, also by two pages at the same time', async () => {
  const { opening } = createMemoryDatabase();
  expect(await knownDeviceKey(opening)).toBe(null);
  const [one, other] = await Promise.all([deviceKey(opening), deviceKey(opening)]);
  const known = await knownDeviceKey(opening);
  expect([one, other, await deviceKey(opening)]).toEqual([known, known, known]);
});

it('that finds no room is no key: nothing may be sealed with it', async () => {
  const { opening } = createMemoryDatabase(() => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  });
  await expect(deviceKey(opening)).rejects.toMatchObject({ code: 'storage-full' });
});
