import { expect, test } from 'vitest';
import { toErrorData } from '#shared/errors/app-error.ts';
import { runCommandLine } from '../../../relay/command-line/run-command-line.ts';
import type { D1 } from '../../../relay/workers/d1.ts';
import { type WorkerEnvironment, workerSettings } from '../../../relay/workers/worker-settings.ts';

const DB: D1 = { prepare: () => expect.unreachable(), batch: () => expect.unreachable() };
const RELAY_MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
const RELAY_ADMIN_CODE = `invitation_${'A'.repeat(43)}`;

function errorOf(given: Partial<WorkerEnvironment>) {
  try {
    return workerSettings({ DB, RELAY_MASTER_KEY, ...given });
  } catch (error) {
    return toErrorData(error);
  }
}

test('takes variables of `wrangler` as the relay on Node takes those of its environment', () => {
  const vars = { RELAY_PICTURE_HOSTS: '*.example.com, s3.example.org', RELAY_RUNS_PER_MINUTE: '5' };
  expect(workerSettings({ DB, RELAY_MASTER_KEY, RELAY_ADMIN_CODE, ...vars })).toMatchObject({
    adminCode: RELAY_ADMIN_CODE,
    pictureHosts: ['*.example.com', 's3.example.org'],
    limits: { runsPerMinute: 5, requestsPerMinute: 1200 },
    masterKey: new Uint8Array(32).fill(7),
  });
});

test.each([
  ['RELAY_MASTER_KEY', { RELAY_MASTER_KEY: undefined }],
  ['RELAY_MASTER_KEY', { RELAY_MASTER_KEY: 'a-secret' }],
  ['adminCode', { RELAY_ADMIN_CODE: 'invitation_a-secret' }],
  ['upstream', { RELAY_UPSTREAM: 'a-secret' }],
  ['pictureHosts', { RELAY_PICTURE_HOSTS: '*' }],
])('says that %s is wrong, and nothing of what it holds', (name, given) => {
  const error = errorOf(given as Partial<WorkerEnvironment>);
  expect(error).toMatchObject({ code: 'not-configured', detail: expect.stringContaining(name) });
  expect(JSON.stringify(error)).not.toContain('a-secret');
});

test('takes the secrets that the command line makes, each time others', async () => {
  const made = async () => {
    const lines: string[] = [];
    const terminal = { print: (text: string) => void lines.push(text) };
    expect(await runCommandLine(['worker-secrets'], {}, terminal, AbortSignal.abort())).toBe(0);
    const [masterKey = ''] = /^ {2}[\w+/]{43}=$/m.exec(lines.join('\n')) ?? [];
    const [, adminCode = ''] = /\/join#(\S+)/.exec(lines.join('\n')) ?? [];
    return workerSettings({ DB, RELAY_MASTER_KEY: masterKey, RELAY_ADMIN_CODE: adminCode });
  };
  const [one, other] = [await made(), await made()];
  expect(one.adminCode).not.toBe(other.adminCode);
  expect(one.masterKey).not.toEqual(other.masterKey);
});
