import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, postRun, startClient } from './harness.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.standIn.close());

const unknownId = '00000000-0000-4000-8000-000000000000';
const detailOf = async (key: string | null, path = '/deployments') => {
  const { status, body } = await client.call('GET', path, { key });
  return [status, (body as { detail: unknown }).detail];
};

describe('keys', () => {
  it('refuses a missing, forged, expired, revoked or suspended key in ComfyDeploy’s words', async () => {
    const { keys } = client.standIn;
    expect(await detailOf(null)).toEqual([401, 'Invalid or missing token']);
    expect(await detailOf('no.jwt')).toEqual([401, 'Invalid or expired token']);
    expect(await detailOf(keys.forged)).toEqual([401, 'Invalid or expired token']);
    expect(await detailOf(keys.expired)).toEqual([401, 'Invalid or expired token']);
    expect(await detailOf(keys.revoked)).toEqual([401, 'Revoked token']);
    expect(await detailOf(keys.suspended)).toEqual([403, expect.stringContaining('has been suspended')]);
  });

  it('is a JWT that names user and organisation and never expires', () => {
    const [, payload = ''] = client.standIn.apiKey.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    expect(claims).toEqual({
      user_id: expect.any(String),
      org_id: expect.any(String),
      iat: expect.any(Number),
    });
  });

  it('takes the prefix "Bearer " literally, and lets a session cookie win over the key', async () => {
    const headers = { authorization: `bearer ${client.standIn.apiKey}` };
    expect((await client.call('GET', '/deployments', { key: null, headers })).status).toBe(401);
    const cookie = { cookie: '__session=somebody-logged-in' };
    expect((await client.call('GET', '/deployments', { headers: cookie })).status).toBe(401);
    expect(
      (await client.call('GET', `/deployments?cd_token=${client.standIn.apiKey}`, { key: null })).status,
    ).toBe(200);
  });

  it('starts no run without credit', async () => {
    const { call, standIn } = client;
    const reply = await postRun(call, { deployment_id: standIn.deploymentId }, standIn.keys.noCredit);
    expect([reply.status, reply.body]).toEqual([
      403,
      { detail: "Insufficient deployment owner's GPU credits to create run" },
    ]);
    expect(standIn.ledger()).toEqual([]);
  });

  it('shows another organisation nothing, with a different error for each route', async () => {
    const { call, standIn, queue } = client;
    const key = standIn.keys.outsider;
    const runId = await queue({ prompt: 'x' });
    expect((await postRun(call, { deployment_id: standIn.deploymentId }, key)).body).toEqual({
      detail: 'Deployment not found',
    });
    expect(await detailOf(key, `/deployment/${standIn.deploymentId}`)).toEqual([
      500,
      'Internal server error',
    ]);
    expect(await detailOf(key, `/run/${runId}`)).toEqual([
      403,
      'You are not authorized to access this resource',
    ]);
    expect((await call('GET', '/deployments?is_fluid=true', { key })).body).toEqual([]);
  });
});

describe('paths', () => {
  it('asks for the key before it looks at the path', async () => {
    expect((await fetch(`${client.standIn.baseUrl}/nowhere`)).status).toBe(401);
    expect((await client.call('GET', '/nowhere')).body).toEqual({ detail: 'Not Found' });
    expect((await client.call('DELETE', '/deployments')).body).toEqual({ detail: 'Method Not Allowed' });
  });

  it('knows no POST /v1/predictions, with or without a key', async () => {
    const url = client.standIn.baseUrl.replace(/\/api$/, '/v1/predictions');
    const response = await fetch(url, { method: 'POST', body: '{"input":{}}' });
    expect([response.status, await response.json()]).toEqual([404, { detail: 'Not Found' }]);
  });

  it('gives GPU prices to anybody', async () => {
    const reply = await client.call('GET', '/platform/gpu-pricing', { key: null });
    expect(reply.body).toMatchObject({ L40S: 0.000596, A10G: 0.000337 });
  });

  it('answers unknown things with the status each route really has', async () => {
    expect(await detailOf(client.standIn.apiKey, `/deployment/${unknownId}`)).toEqual([
      500,
      'Internal server error',
    ]);
    expect(await detailOf(client.standIn.apiKey, `/run/${unknownId}`)).toEqual([404, 'Run not found']);
    const cancelled = await client.call('POST', `/run/${unknownId}/cancel`);
    expect([cancelled.status, cancelled.body]).toEqual([
      500,
      { detail: 'Error cancel function 404: Run not found or has no modal function call ID' },
    ]);
    expect((await client.call('GET', `/deployment/${unknownId}/runs`)).status).toBe(500);
    expect((await client.call('GET', '/run/abc')).status).toBe(422);
  });
});

describe('CORS', () => {
  const preflight = (baseUrl: string, origin: string) =>
    fetch(`${baseUrl}/deployments`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });

  it.each(['null', 'https://www.figma.com', 'chrome-extension://abc'])('refuses %s', async (origin) => {
    const response = await preflight(client.standIn.baseUrl, origin);
    expect([response.status, await response.text()]).toEqual([400, 'Disallowed CORS origin']);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    const answer = await client.call('GET', '/deployments', { headers: { origin } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('lets ComfyDeploy’s own apps in', async () => {
    const response = await preflight(client.standIn.baseUrl, 'https://app.comfydeploy.com');
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.comfydeploy.com');
  });

  it('can be opened to all, as a relay is', async () => {
    const open = await startClient({ corsOpen: true });
    const response = await preflight(open.standIn.baseUrl, 'null');
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    const answer = await open.call('GET', '/deployments', { headers: { origin: 'null' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    await open.standIn.close();
  });
});
