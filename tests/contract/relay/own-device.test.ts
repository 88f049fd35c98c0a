import { expect, test } from 'vitest';
import { inviteOwnDevice, isDeviceToken } from '#shared/connection/device-token.ts';
import { systemClock as clock } from '#shared/platform.ts';
import { startRelay, startServer } from './relay-fixture.ts';

const nothing = { upstream: 'http://127.0.0.1:9' };

test('a second browser is let in from the first, by a link that works once and gives it a token of its own', async () => {
  const relay = await startRelay(nothing);
  const access = { baseUrl: `${relay.url}/api`, apiKey: relay.token, fetch, clock };
  const link = new URL(await inviteOwnDevice(access));
  expect(link.pathname).toBe('/join');
  const open = () =>
    fetch(`${relay.url}/join`, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ code: link.href, device: 'Second' }),
    });
  const token = /restyle_[\w-]{20,}/.exec(await (await open()).text())?.[0] ?? null;
  expect(isDeviceToken(token)).toBe(true);
  expect(token).not.toBe(relay.token);
  expect((await open()).status).toBe(410);
  // It is the same person's, and can let in a third.
  await inviteOwnDevice({ ...access, apiKey: token });
  expect(JSON.stringify(relay.log)).not.toContain('invitation_');
});

test('nobody else gets one, and a relay that is too old says so', async () => {
  const relay = await startRelay(nothing);
  const access = { baseUrl: `${relay.url}/api`, apiKey: 'restyle_made-up', fetch, clock };
  await expect(inviteOwnDevice(access)).rejects.toMatchObject({ code: 'unauthorized' });
  const old = await startServer((_, answer) => answer.writeHead(404).end('{"detail":"Not found"}'));
  await expect(inviteOwnDevice({ ...access, baseUrl: `${old.origin}/api` })).rejects.toMatchObject({
    code: 'relay-off',
  });
});
