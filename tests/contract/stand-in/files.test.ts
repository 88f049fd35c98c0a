import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, download, startClient } from './harness.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient({ uploadLimitBytes: 1024 * 1024 });
});
afterAll(() => client.standIn.close());

const bytes = new Uint8Array([1, 2, 3, 4]);

function uploadForm(fileName: string, content: Uint8Array<ArrayBuffer> = bytes) {
  const form = new FormData();
  form.set('file', new File([content], fileName));
  return client.call('POST', '/file/upload', { body: form });
}

describe('POST /file/upload', () => {
  it('stores a file under an id of ComfyDeploy’s alphabet', async () => {
    const { body } = await uploadForm('my shot.PNG');
    expect(body).toEqual({
      message: 'File uploaded successfully',
      file_id: expect.stringMatching(/^img_[1-9A-HJ-NP-Za-km-z]{16}$/),
      file_name: 'my shot.PNG',
      file_url: expect.stringMatching(/^http:\/\/localhost:\d+\/inputs\/img_\w{16}\.PNG$/),
    });
    expect(await download((body as { file_url: string }).file_url)).toEqual(bytes);
  });

  it.each([
    ['a.jpg', 'img', 'image/jpeg'],
    ['a.webp', 'file', 'application/octet-stream'],
    ['a', 'file', 'application/octet-stream'],
    ['a.zip', 'zip', 'application/zip'],
  ])('tells the type of %s by its name alone', async (fileName, prefix, contentType) => {
    const body = (await uploadForm(fileName)).body as { file_id: string; file_url: string };
    expect(body.file_id).toMatch(new RegExp(`^${prefix}_`));
    expect((await fetch(body.file_url)).headers.get('content-type')).toBe(contentType);
  });

  it('refuses text, too much, and anything that is no multipart file', async () => {
    expect((await uploadForm('a.txt')).body).toEqual({ detail: 'Unsupported file type' });
    expect((await uploadForm('a.png', new Uint8Array(1024 * 1024 + 1))).body).toEqual({
      detail: 'File size exceeds 1MB limit',
    });
    const headers = { 'content-type': 'application/json' };
    const asJson = await client.call('POST', '/file/upload', { headers, body: '{"file":"aGk="}' });
    expect([asJson.status, asJson.body]).toEqual([
      422,
      { detail: [{ type: 'missing', loc: ['body', 'file'], msg: 'Field required', input: null }] },
    ]);
  });
});

describe('presigned upload', () => {
  it('takes a PUT of exactly the type that was signed', async () => {
    const { body } = await client.call(
      'GET',
      '/assets/presigned-url?file_name=big.png&type=image/png&size=4',
    );
    const signed = body as { url: string; download_url: string; db_path: string };
    const put = (type: string) =>
      fetch(signed.url, { method: 'PUT', body: bytes, headers: { 'content-type': type } });
    const refused = await put('image/jpeg');
    expect([refused.status, await refused.text()]).toEqual([
      403,
      expect.stringContaining('SignatureDoesNotMatch'),
    ]);
    expect((await put('image/png')).status).toBe(200);
    expect(await download(signed.download_url)).toEqual(bytes);
    expect(signed.download_url).toContain(`/assets/${signed.db_path}`);
  });

  it('wants both name and type', async () => {
    expect((await client.call('GET', '/assets/presigned-url')).status).toBe(422);
  });

  it('is over after an hour', async () => {
    const { body } = await client.call('GET', '/assets/presigned-url?file_name=a.png&type=image/png');
    client.standIn.fastForward(3601_000);
    const headers = { 'content-type': 'image/png' };
    const late = await fetch((body as { url: string }).url, { method: 'PUT', body: bytes, headers });
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
  });
});

describe('the storage', () => {
  it('is another origin, answers without CORS headers and wants no key', async () => {
    const url = await client.upload(bytes, 'a.png');
    expect(new URL(url).origin).not.toBe(new URL(client.standIn.baseUrl).origin);
    const response = await fetch(url, { headers: { origin: 'https://www.figma.com' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect((await fetch(url, { method: 'OPTIONS' })).status).toBe(403);
  });

  it('refuses a request that carries the key, as S3 does', async () => {
    const url = await client.upload(bytes, 'a.png');
    const response = await fetch(url, { headers: { authorization: `Bearer ${client.standIn.apiKey}` } });
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('Unsupported Authorization Type'),
    ]);
  });

  it('does not say what it does not have', async () => {
    expect((await fetch(`${client.standIn.storageUrl}/inputs/none.png`)).status).toBe(403);
    const put = await fetch(`${client.standIn.storageUrl}/inputs/mine.png`, { method: 'PUT', body: bytes });
    expect(put.status).toBe(403);
  });
});
