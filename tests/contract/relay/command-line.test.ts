import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { runCommandLine } from '../../../relay/command-line/run-command-line.ts';
import { answerJson } from './recording-server.ts';
import { deferred, startServer, uuid } from './relay-fixture.ts';

const program = fileURLToPath(new URL('../../../relay/main.ts', import.meta.url));
const tokenPattern = /restyle_[\w-]{43}/;

async function configPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'relay-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'relay.config.json');
}

/** One command in this process; `said` is all it printed. */
async function run(
  args: readonly string[],
  environment = {},
  isInteractive = false,
  stop = AbortSignal.abort(),
) {
  const lines: string[] = [];
  const terminal = { print: (text: string) => void lines.push(text), isInteractive };
  const exitCode = await runCommandLine(args, environment, terminal, stop);
  return { exitCode, said: lines.join('\n') };
}

test('runs as a program: a member is added, uses it, is removed and refused at once', {
  timeout: 15_000,
}, async () => {
  const upstream = await startServer((incoming, outgoing) => answerJson(incoming, outgoing, { ok: true }));
  const config = await configPath();
  const added = await promisify(execFile)(process.execPath, [
    program,
    'add-member',
    'Ada',
    '--config',
    config,
  ]);
  const token = tokenPattern.exec(added.stdout)?.[0] ?? '';
  const text = await readFile(config, 'utf8');
  expect(text).not.toContain(token);
  expect(JSON.parse(text)).toEqual({
    members: [{ name: 'Ada', tokenHash: expect.stringMatching(/^[0-9a-f]{64}$/) }],
  });
  expect((await stat(config)).mode & 0o777).toBe(0o600);

  const args = [program, '--port', '0', '--config', config, '--upstream', `${upstream.origin}/api`];
  const child = spawn(process.execPath, args, { env: { ...process.env, RELAY_API_KEY: 'the-key' } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const address = deferred<string>();
  const said: string[] = [];
  createInterface(child.stdout).on('line', (line) => {
    said.push(line);
    const found = /running at (\S+)/.exec(line)?.[1];
    if (found) address.resolve(found);
  });
  const ask = async (url: string) =>
    (await fetch(`${url}/api/run/${uuid}`, { headers: { Authorization: `Bearer ${token}` } })).status;
  const url = await address.promise;
  expect(url).toMatch(/^http:\/\/localhost:\d+$/);
  expect(await ask(url)).toBe(200);
  expect((await run(['remove-member', 'Ada', '--config', config])).exitCode).toBe(0);
  expect(await ask(url)).toBe(401);

  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
  expect(said.join('\n')).not.toMatch(new RegExp(`the-key|${token}|${uuid}`));
  expect(JSON.parse(said.at(-1) ?? '')).toMatchObject({ method: 'GET', path: '/api/run/{id}', status: 401 });
});

test('lets whoever tries it on their own machine in as "me", once', async () => {
  const config = await configPath();
  const start = ['--port', '0', '--config', config];
  const environment = { RELAY_API_KEY: 'the-key' };
  const first = await run(start, environment, true);
  expect(first.said).toMatch(tokenPattern);
  expect(JSON.parse(await readFile(config, 'utf8'))).toMatchObject({ members: [{ name: 'me' }] });
  const second = await run(start, environment, true);
  expect(second.said).not.toMatch(tokenPattern);
});

test.each([
  ['nobody sits in front of it', [], false],
  ['it is open to the network', ['--host', '0.0.0.0'], true],
])('lets nobody in by itself when %s', async (_case, flags, isInteractive) => {
  const config = await configPath();
  const args = ['--port', '0', '--config', config, ...flags];
  const { exitCode, said } = await run(args, { RELAY_API_KEY: 'the-key' }, isInteractive);
  expect(exitCode).toBe(0);
  expect(said).not.toMatch(tokenPattern);
  expect(said).toContain('add-member');
  await expect(stat(config)).rejects.toThrow('ENOENT');
});

test('keeps what else the file holds, and lists its members', async () => {
  const config = await configPath();
  await writeFile(config, JSON.stringify({ apiKey: 'the-key', port: 4000, ofNewerVersions: { a: 1 } }));
  await run(['add-member', 'Ada', 'Lovelace', '--config', config]);
  await run(['add-member', 'Grace', '--config', config]);
  expect(JSON.parse(await readFile(config, 'utf8'))).toMatchObject({
    apiKey: 'the-key',
    port: 4000,
    ofNewerVersions: { a: 1 },
  });
  expect((await run(['members', '--config', config])).said).toBe('Ada Lovelace\nGrace');
});

test('prefers flags to the environment and the environment to the file', async () => {
  const config = await configPath();
  const upstream = (name: string) => `https://${name}.example.com/api`;
  await writeFile(config, JSON.stringify({ apiKey: 'the-key', upstream: upstream('file'), port: 0 }));
  const said = async (args: string[], environment = {}) =>
    (await run([...args, '--config', config], environment)).said;
  expect(await said([])).toContain(upstream('file'));
  expect(await said([], { RELAY_UPSTREAM: upstream('env') })).toContain(upstream('env'));
  const both = await said(['--upstream', upstream('flag')], { RELAY_UPSTREAM: upstream('env') });
  expect(both).toContain(upstream('flag'));
});

test.each([
  ['no key', [], {}, /RELAY_API_KEY/],
  ['an unknown flag', ['--key', 'x'], {}, /--key/],
  ['an unknown command', ['dance'], {}, /"dance"/],
  ['a bad port', ['--port', 'x'], { RELAY_API_KEY: 'k' }, /port must be a number/],
  ['a bad upstream', ['--upstream', 'ftp://a.com'], { RELAY_API_KEY: 'k' }, /upstream must be an address/],
  ['a bad host pattern', ['--picture-host', '*'], { RELAY_API_KEY: 'k' }, /pictureHosts/],
  [
    'an unknown address',
    ['--host', '203.0.113.1', '--port', '0'],
    { RELAY_API_KEY: 'k' },
    /no address called/,
  ],
  ['no name', ['add-member'], {}, /whom/],
  ['an unknown member', ['remove-member', 'Joan'], {}, /no member called "Joan"/],
])('ends with a plain sentence over %s', async (_case, args, environment, sentence) => {
  const { exitCode, said } = await run([...args, '--config', await configPath()], environment);
  expect(exitCode).toBe(1);
  expect(said).toMatch(sentence);
});

test('ends with a plain sentence when the port is taken', async () => {
  const other = await startServer(() => {});
  const { port } = new URL(other.origin);
  const args = ['--port', port, '--config', await configPath()];
  const { exitCode, said } = await run(args, { RELAY_API_KEY: 'k' });
  expect(exitCode).toBe(1);
  expect(said).toBe(`Port ${port} is taken. Stop what uses it, or choose another with --port.`);
});

test.each([
  ['{', /is not valid JSON/],
  ['{"members":[{"name":"Ada"}]}', /members\.0\.tokenHash must be a text/],
  ['{"members":[{"name":"Ada","tokenHash":"abc"}]}', /tokenHash must be a SHA-256/],
  ['{"port":"a"}', /port must be a number/],
])('says what is wrong with a file of %s, and leaves it alone', async (text, sentence) => {
  const config = await configPath();
  await writeFile(config, text);
  const { exitCode, said } = await run(['add-member', 'Joan', '--config', config]);
  expect(exitCode).toBe(1);
  expect(said).toMatch(sentence);
  expect(await readFile(config, 'utf8')).toBe(text);
});

test('gives no second token to a member, and says how to replace the first', async () => {
  const config = await configPath();
  await run(['add-member', 'Ada', '--config', config]);
  const again = await run(['add-member', 'Ada', '--config', config]);
  expect(again.exitCode).toBe(1);
  expect(again.said).toContain('remove-member');
});
