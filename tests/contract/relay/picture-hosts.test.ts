import { expect, test } from 'vitest';
import { isPrivateHost } from '../../../relay/node/private-hosts.ts';
import { parsePictureHost } from '../../../relay/picture/picture-hosts.ts';
import type { RelayConfig } from '../../../relay/relay-config.ts';
import { startRelay, startServer } from './relay-fixture.ts';
import { onNodeOnly } from './runtime.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

const pictureOf = (address: string) => `/picture?url=${encodeURIComponent(address)}`;

/** A relay whose `fetch` reaches the named public hosts on a server of this machine. */
async function relayWithPublicHosts(config: Partial<RelayConfig> = {}) {
  const storage = await startServer((_incoming, outgoing) => {
    outgoing.writeHead(200, { 'Content-Type': 'image/png' }).end(png);
  });
  const toStorage: RelayConfig['fetch'] = (url, init) => fetch(storage.origin + new URL(url).pathname, init);
  const isPrivate = async () => false;
  const options = {
    upstream: 'http://127.0.0.1:9/api',
    fetch: toStorage,
    isPrivateHost: isPrivate,
    ...config,
  };
  return { storage, relay: await startRelay(options) };
}

test('serves the default S3 hosts', async () => {
  const { relay } = await relayWithPublicHosts();
  for (const host of ['comfy-deploy-output.s3.us-east-2.amazonaws.com', 'b.s3.amazonaws.com']) {
    expect((await relay.ask(pictureOf(`https://${host}/outputs/a.png`))).status).toBe(200);
  }
});

const refusedAddresses = [
  'https://example.com/a.png',
  'https://amazonaws.com/a.png',
  'https://evilamazonaws.com/a.png',
  'https://s3.amazonaws.com.evil.com/a.png',
  'https://s3.amazonaws.com@evil.com/a.png',
  'https://user:pass@s3.amazonaws.com/a.png',
  'https://s3.amazonaws.com:8443/a.png',
  'https://s3.amazonaws.com./a.png',
  'http://s3.amazonaws.com/a.png',
  'ftp://s3.amazonaws.com/a.png',
  'file:///etc/passwd',
  'data:image/png;base64,iVBORw0KGgo=',
  'https://127.0.0.1/a.png',
  'http://127.0.0.1/a.png',
  'http://2130706433/a.png',
  'http://0x7f000001/a.png',
  'http://0x7f.1/a.png',
  'http://017700000001/a.png',
  'http://127.1/a.png',
  'http://0/a.png',
  'http://localhost/a.png',
  'http://localhost./a.png',
  'http://a.localhost/a.png',
  'http://[::1]/a.png',
  'http://[0:0:0:0:0:0:0:1]/a.png',
  'http://[::ffff:127.0.0.1]/a.png',
  'http://[::ffff:7f00:1]/a.png',
  'https://[fd00::1]/a.png',
  'https://[fe80::1]/a.png',
  'https://10.0.0.1/a.png',
  'https://172.16.0.1/a.png',
  'https://192.168.1.1/a.png',
  'https://100.64.0.1/a.png',
  'http://169.254.169.254/latest/meta-data/',
  'https://2852039166/latest/meta-data/',
  'https://①②⑦.0.0.1/a.png',
];

test('refuses hosts that are not listed and private addresses in every spelling, unasked', async () => {
  const asked: string[] = [];
  const { relay } = await relayWithPublicHosts({
    fetch: async (url) => {
      asked.push(url);
      return new Response(png, { headers: { 'Content-Type': 'image/png' } });
    },
  });
  for (const address of refusedAddresses) {
    const answer = await relay.ask(pictureOf(address));
    expect([answer.status, address]).toEqual([403, address]);
    expect(await answer.json()).toMatchObject({ code: 'host-not-allowed' });
  }
  expect(asked).toEqual([]);
});

test.each(['', 'not an address', 'https://'])('asks for an address instead of "%s"', async (address) => {
  const { relay } = await relayWithPublicHosts();
  const answer = await relay.ask(pictureOf(address));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: 'invalid-input' });
});

test('refuses a name below a wildcard that leads into a private network, unless it is listed itself', async () => {
  const inward = 'ec2-54-1-2-3.compute-1.amazonaws.com';
  const options = { isPrivateHost: async (hostname: string) => hostname === inward };
  const wildcard = await relayWithPublicHosts(options);
  const answer = await wildcard.relay.ask(pictureOf(`https://${inward}/a.png`));
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ code: 'host-not-allowed' });
  expect(wildcard.storage.requests).toEqual([]);
  const named = await relayWithPublicHosts({ ...options, pictureHosts: [inward] });
  expect((await named.relay.ask(pictureOf(`https://${inward}/a.png`))).status).toBe(200);
});

test.each([
  ['127.0.0.1', true],
  ['[::1]', true],
  ['10.1.2.3', true],
  ['100.100.0.1', true],
  ['169.254.169.254', true],
  ['172.31.255.255', true],
  ['172.32.0.1', false],
  ['192.168.0.1', true],
  ['0.0.0.0', true],
  ['[::ffff:10.0.0.1]', true],
  ['[64:ff9b::a00:1]', true],
  ['[fd12::1]', true],
  ['[fe80::1]', true],
  ['52.219.0.1', false],
  ['[2600:1f00::1]', false],
  ['localhost', true],
])('knows whether %s is private', async (hostname, expected) => {
  expect(await isPrivateHost(hostname)).toBe(expected);
});

test.each([
  '*',
  '*.com',
  '*.1.2.3.4',
  '*.[::1]',
  'https://a.com',
  'a.com/b',
  'a@b.com',
  'a b',
  '',
  'a.*.com',
])('takes "%s" for no host pattern', async (pattern) => {
  expect(parsePictureHost(pattern)).toBeNull();
  onNodeOnly();
  await expect(startRelay({ upstream: 'http://127.0.0.1:9', pictureHosts: [pattern] })).rejects.toThrow(
    'pictureHosts',
  );
});
