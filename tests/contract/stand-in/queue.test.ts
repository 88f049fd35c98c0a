import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byHand, type Client, photo, postRun, startClient } from './harness.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient({ timing: byHand });
});
afterAll(() => client.standIn.close());

const post = (body: Record<string, unknown>) =>
  postRun(client.call, { deployment_id: client.standIn.deploymentId, ...body });

describe('a body that is wrong', () => {
  it('has no deployment', async () => {
    const { status, body } = await postRun(client.call, { inputs: {} });
    expect([status, body]).toEqual([
      422,
      {
        detail: [
          { type: 'missing', loc: ['body', 'deployment_id'], msg: 'Field required', input: { inputs: {} } },
        ],
      },
    ]);
  });

  it('has a deployment id that is no UUID', async () => {
    const error = 'invalid length: expected length 32 for simple format, found 3';
    expect((await post({ deployment_id: 'abc' })).body).toEqual({
      detail: [
        {
          type: 'uuid_parsing',
          loc: ['body', 'deployment_id'],
          msg: `Input should be a valid UUID, ${error}`,
          input: 'abc',
          ctx: { error },
        },
      ],
    });
  });

  it.each([null, { nested: 1 }])('has the input %j: five complaints, one for each type', async (value) => {
    const { status, body } = await post({ inputs: { seed: value } });
    const { detail } = body as { detail: { type: string; loc: string[]; input: unknown }[] };
    expect(status).toBe(422);
    expect(detail.map(({ type }) => type)).toEqual([
      'string_type',
      'int_type',
      'float_type',
      'bool_type',
      'list_type',
    ]);
    expect(detail[0]).toMatchObject({ loc: ['body', 'inputs', 'seed', 'str'], input: value });
  });

  it.each([
    [{ inputs: [] }, 'dict_type'],
    [{ gpu: 'RTX4090' }, 'enum'],
    [{ webhook: 7 }, 'string_type'],
    [{ webhook_intermediate_status: 'maybe' }, 'bool_parsing'],
    [{ flags: 'runpod' }, 'list_type'],
  ])('has %j', async (fields, type) => {
    const { status, body } = await post(fields);
    expect([status, (body as { detail: { type: string }[] }).detail[0]?.type]).toEqual([422, type]);
  });

  it('is no JSON, or JSON under another content type', async () => {
    const send = (contentType: string, body: string) =>
      client.call('POST', '/run/deployment/queue', { headers: { 'content-type': contentType }, body });
    expect((await send('application/json', '{')).text).toContain('json_invalid');
    expect((await send('text/plain', '{}')).text).toContain('model_attributes_type');
  });

  it('names a deployment that does not exist', async () => {
    const { status, body } = await post({ deployment_id: '00000000-0000-4000-8000-000000000000' });
    expect([status, body]).toEqual([404, { detail: 'Deployment not found' }]);
  });

  it('has not cost anything so far', () => {
    expect(client.standIn.ledger()).toEqual([]);
  });
});

describe('a body that is right', () => {
  it('keeps unknown inputs with the run, ignores unknown fields, and enters the ledger', async () => {
    const inputs = { prompt: 'neon', strength: 0.5, seed: 7, restyle_nonce: 'n-1', list: [1, null] };
    const before = Date.now();
    const { body } = await post({ inputs, something: { else: 1 } });
    const runId = (body as { run_id: string }).run_id;
    expect((await client.run(runId)).workflow_inputs).toEqual(inputs);
    const entry = client.standIn.ledger().at(-1);
    expect(entry).toEqual({
      runId,
      createdAtMs: expect.any(Number),
      inputs,
      deploymentId: client.standIn.deploymentId,
      status: 'not-started',
      keyTail: client.standIn.apiKey.slice(-4),
    });
    expect(entry?.createdAtMs).toBeGreaterThanOrEqual(before);
    const overHttp = (await (await fetch(client.standIn.ledgerUrl)).json()) as unknown[];
    expect(overHttp.at(-1)).toEqual(entry);
  });

  it('lets the deployment’s GPU win, and the request’s only where it has none', async () => {
    expect((await client.run(await client.queue({}))).gpu).toBe('L40S');
    const { body } = await post({ deployment_id: client.standIn.plainDeploymentId, gpu: 'H100' });
    expect((await client.run((body as { run_id: string }).run_id)).gpu).toBe('H100');
  });

  it('moves PNG and JPEG data URLs to the storage, WebP ones not', async () => {
    const base64 = photo('coffee.png').toString('base64');
    const runId = await client.queue({
      input_image: `data:image/png;base64,${base64}`,
      other: 'data:image/webp;base64,AA',
    });
    const { workflow_inputs: inputs } = await client.run(runId);
    expect(inputs.other).toBe('data:image/webp;base64,AA');
    expect(inputs.input_image).toMatch(/\/inputs\/img_\w{16}\.png$/);
    const stored = await fetch(String(inputs.input_image));
    expect(Buffer.from(await stored.arrayBuffer()).equals(photo('coffee.png'))).toBe(true);
  });

  it('starts a whole batch and then fails to say so', async () => {
    const before = client.standIn.ledger().length;
    const reply = await post({ inputs: {}, batch_number: 3 });
    expect([reply.status, reply.text]).toEqual([500, 'Internal Server Error']);
    expect(client.standIn.ledger().length).toBe(before + 3);
  });

  it('breaks on an origin the database does not know', async () => {
    const reply = await post({ origin: 'elsewhere' });
    expect([reply.status, reply.text]).toEqual([500, 'Internal Server Error']);
  });

  it('lists runs newest first, without outputs or inputs', async () => {
    const newest = await client.queue({});
    const { body } = await client.call('GET', `/deployment/${client.standIn.deploymentId}/runs?limit=2`);
    const { data } = body as { data: { id: string; duration: string | null }[] };
    expect(data.length).toBe(2);
    expect(data[0]).toMatchObject({ id: newest, duration: null, status: 'not-started' });
  });
});
