import { describe, expect, it } from 'vitest';
import { withChoicesOf } from '#shared/connection/choices.ts';
import { type ComfyDeployConnection, parseConnection } from '#shared/connection/connection.ts';
import { parseWebhookUrl } from '#shared/connection/webhook.ts';

const connection: ComfyDeployConnection = {
  version: 1,
  engine: 'comfydeploy',
  baseUrl: 'https://api.comfydeploy.com/api',
  deploymentId: 'one',
  hosts: [],
  description: { name: 'Edit', workflowVersion: '1', inputs: [], outputId: null, gpu: null },
  prices: {},
};
const webhook = { host: 'team.example.com', everyStep: false };
const chosen: ComfyDeployConnection = {
  ...connection,
  description: { ...connection.description, roles: { prompt: 'words', strength: null } },
  webhook,
};

describe('withChoicesOf', () => {
  it('keeps what was chosen when the same deployment is tested anew', () => {
    expect(withChoicesOf(chosen, connection)).toEqual(chosen);
  });

  it('keeps only the webhook for another deployment: its inputs are others', () => {
    const other = { ...connection, deploymentId: 'two' };
    expect(withChoicesOf(chosen, other)).toEqual({ ...other, webhook });
  });

  it('takes nothing over from another engine, or from none', () => {
    const onDevice = { ...connection, engine: 'on-device' as const };
    expect(withChoicesOf(chosen, onDevice)).toBe(onDevice);
    expect(withChoicesOf(undefined, connection)).toBe(connection);
  });
});

describe('a stored connection', () => {
  it('is read with choices, and as it was before there were any', () => {
    for (const each of [connection, chosen]) {
      expect(parseConnection(JSON.parse(JSON.stringify(each)))).toEqual(each);
    }
  });

  it('is not read with a webhook of another form', () => {
    expect(parseConnection({ ...chosen, webhook: 'https://x' })).toBeNull();
  });
});

describe('parseWebhookUrl', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['https://team.example.com/hook?token=1', 'https://team.example.com/hook?token=1'],
    ['http://127.0.0.1:9000/hook', 'http://127.0.0.1:9000/hook'],
    ['http://[::1]:9000', 'http://[::1]:9000/'],
  ])('takes %j', (typed, url) => expect(parseWebhookUrl(typed)).toBe(url));

  it.each([
    'http://team.example.com',
    'team.example.com',
    'javascript:alert(1)',
    'https://a:b@x.example.com',
  ])('refuses %j', (typed) => expect(() => parseWebhookUrl(typed)).toThrow('invalid-input'));
});
