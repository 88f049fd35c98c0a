import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import type { UploadPicture } from '#shared/engines/engine.ts';
import type { HttpFetch } from '#shared/ports.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';
import { largePicture } from '../engines/drive-engine.ts';

const storage = { method: 'PUT', path: '/assets/' };

let standIn: StandIn;
beforeAll(async () => {
  const timing = { queueMs: 0, coldStartMs: 0, runMs: 5, archiveMs: 0 };
  standIn = await startStandIn({ timing, megapixels: 0.02 });
});
afterAll(() => standIn.close());
afterEach(() => standIn.faults.clear());

type Sent = { method: string; url: URL; headers: Headers };

function engineWith(changes: { pictureUrl?: (url: string) => string } = {}) {
  const sent: Sent[] = [];
  const recordingFetch: HttpFetch = (url, init) => {
    sent.push({ method: init?.method ?? 'GET', url: new URL(url), headers: new Headers(init?.headers) });
    return fetch(url, init);
  };
  const { baseUrl, apiKey, deploymentId } = standIn;
  const ports = { fetch: recordingFetch, clock: createVirtualClock() };
  const engine = createComfyDeployEngine({ baseUrl, apiKey, deploymentId, ...ports, ...changes });
  const names = () =>
    sent.map(({ method, url }) => `${method} ${url.pathname.split('/').slice(1, 3).join('/')}`);
  return { engine, sent, names };
}

const png = (bytes: UploadPicture['bytes']): UploadPicture => ({
  bytes,
  mimeType: 'image/png',
  fileName: 'a.png',
});

async function stored(url: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(url)).arrayBuffer());
}

it('sends a large picture straight to the storage, which never sees the key', async () => {
  const { engine, sent, names } = engineWith();
  const picture = await largePicture();
  const url = await engine.upload(png(picture));
  expect(names()).toEqual(['GET api/assets', expect.stringMatching(/^PUT assets/)]);
  expect(sent[1]?.headers.get('authorization')).toBeNull();
  expect(sent[1]?.headers.get('content-type')).toBe('image/png');
  expect(sent[1]?.headers.get('x-amz-acl')).toBeNull();
  expect((await stored(url)).equals(Buffer.from(picture))).toBe(true);
});

it('tries the storage again after a broken line, and the API where the storage refuses', async () => {
  const picture = png(await largePicture());
  standIn.faults.add({ match: storage, action: { kind: 'drop' } });
  const again = engineWith();
  await again.engine.upload(picture);
  expect(again.names().filter((name) => name.startsWith('PUT'))).toHaveLength(2);
  standIn.faults.add({
    match: storage,
    times: 'always',
    action: { kind: 'status', status: 403, html: '<Error/>' },
  });
  const refused = engineWith();
  const url = await refused.engine.upload(picture);
  expect(refused.names().at(-1)).toBe('POST api/file');
  expect((await stored(url)).byteLength).toBe(picture.bytes.byteLength);
});

it('sends the ACL header where the link was signed with it', async () => {
  const { baseUrl, apiKey, deploymentId } = standIn;
  const link = 'https://bucket.example.com/k?X-Amz-SignedHeaders=content-type%3Bhost%3Bx-amz-acl';
  const puts: Headers[] = [];
  const fetchLink: HttpFetch = async (url, init) => {
    if (url.startsWith(baseUrl))
      return Response.json({ url: link, download_url: 'https://bucket.example.com/k' });
    puts.push(new Headers(init?.headers));
    return new Response('');
  };
  const ports = { fetch: fetchLink, clock: createVirtualClock() };
  const engine = createComfyDeployEngine({ baseUrl, apiKey, deploymentId, ...ports });
  expect(await engine.upload(png(await largePicture()))).toBe('https://bucket.example.com/k');
  expect(puts.map((headers) => headers.get('x-amz-acl'))).toEqual(['public-read']);
});

it('goes through the API where the storage is out of reach, as behind a relay', async () => {
  const { engine, names } = engineWith({ pictureUrl: (url) => url });
  await engine.upload(png(await largePicture()));
  expect(names()).toEqual(['POST api/file']);
});

it('is ended by an abort in the middle of a large upload', async () => {
  const held = standIn.faults.add({ match: storage, action: { kind: 'holdBefore' } });
  const { engine, names } = engineWith();
  const person = new AbortController();
  const uploading = engine.upload(png(await largePicture()), person.signal);
  await standIn.faults.hit(held);
  person.abort(new Error('left'));
  await expect(uploading).rejects.toThrow('left');
  expect(names()).not.toContain('POST api/file');
});
