import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { runCommandLine } from '../../../relay/command-line/run-command-line.ts';
import { createDeviceBook } from '../../../relay/members/device-book.ts';
import { createInvitationBook } from '../../../relay/members/invitation-book.ts';
import { openDataFolder } from '../../../relay/node/data-folder.ts';
import { createKeyKeeper } from '../../../relay/upstream/key-keeper.ts';
import { answerJson } from './recording-server.ts';
import { deferred, startServer, uuid } from './relay-fixture.ts';

const program = fileURLToPath(new URL('../../../relay/main.ts', import.meta.url));
const tokenPattern = /restyle_[\w-]{43}/;

const codeIn = (said: string) => /\/join#(invitation_[\w-]{43})/.exec(said)?.[1] ?? 'none';

async function configPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'relay-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'relay.config.json');
}

/** One command in this process; `said` is all it printed. */
async function run(args: readonly string[], environment = {}, stop = AbortSignal.abort()) {
  const lines: string[] = [];
  const terminal = { print: (text: string) => void lines.push(text) };
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
  const data = join(dirname(config), 'relay-data');
  for (const name of await readdir(data)) {
    expect((await readFile(join(data, name))).includes(token)).toBe(false);
    expect((await stat(join(data, name))).mode & 0o777).toBe(0o600);
  }

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

test('gives its admin a link, until there is one', async () => {
  const config = await configPath();
  const start = ['--port', '0', '--config', config];
  const first = await run(start);
  const second = await run(start);
  expect(codeIn(first.said)).not.toBe(codeIn(second.said));
  const { database } = await openDataFolder(join(dirname(config), 'relay-data'), undefined);
  const invitations = createInvitationBook(database, Date.now);
  expect(await invitations.redeem(codeIn(first.said), 'Too late')).toBeNull();
  expect(await invitations.redeem(codeIn(second.said), 'A browser')).toMatch(tokenPattern);
  database.close();
  expect((await run(start)).said).not.toContain('/join#');
  const again = await run(['admin-link', '--config', config, '--public-url', 'https://relay.example.com']);
  expect(again.said).toContain(`https://relay.example.com/join#${codeIn(again.said)}`);
});

test('takes over what the settings file of an earlier version holds, and tokens stay good', async () => {
  const config = await configPath();
  const token = 'restyle_of-an-earlier-version';
  const members = [{ name: 'Ada', tokenHash: createHash('sha256').update(token).digest('hex') }];
  const settings = { port: 0, ofNewerVersions: { a: 1 } };
  await writeFile(config, JSON.stringify({ apiKey: 'the-old-key', ...settings, members }));
  const { said } = await run(['--config', config]);
  expect(said).toContain('now lie in the data folder');
  expect(said).not.toContain('the-old-key');
  expect(JSON.parse(await readFile(config, 'utf8'))).toEqual(settings);
  const { database, masterKey } = await openDataFolder(join(dirname(config), 'relay-data'), undefined);
  expect(await createKeyKeeper({ database, masterKey }).read()).toBe('the-old-key');
  const devices = createDeviceBook(database, Date.now);
  expect(await devices.callerOf(token)).toMatchObject({ name: 'Ada', role: 'member' });
  database.close();
  await run(['remove-member', 'Ada', '--config', config]);
  const reopened = await openDataFolder(join(dirname(config), 'relay-data'), undefined);
  expect(await createDeviceBook(reopened.database, Date.now).callerOf(token)).toBeNull();
  reopened.database.close();
});

test('takes over once from a file that cannot be replaced, and leaves what an admin made of it', async () => {
  // Long enough that there is no room for the name of the copy that would replace it.
  const config = join(dirname(await configPath()), `${'relay'.repeat(48)}.json`);
  const token = 'restyle_of-an-earlier-version';
  const members = [{ name: 'Ada', tokenHash: createHash('sha256').update(token).digest('hex') }];
  await writeFile(config, JSON.stringify({ apiKey: 'the-old-key', port: 0, members }));
  expect((await run(['members', '--config', config])).said).toMatch(/cannot be written.*\nAda$/);
  expect((await run(['remove-member', 'Ada', '--config', config])).exitCode).toBe(0);
  const open = () => openDataFolder(join(dirname(config), 'relay-data'), undefined);
  const data = await open();
  await createKeyKeeper(data).replace('the-key-of-the-page');
  data.database.close();
  const again = await run(['members', '--config', config]);
  expect(again.said).toMatch(/key in .* was not used.*\nNo members yet\.$/);
  const reopened = await open();
  expect(await createKeyKeeper(reopened).read()).toBe('the-key-of-the-page');
  expect(await createDeviceBook(reopened.database, Date.now).callerOf(token)).toBeNull();
  reopened.database.close();
});

test('lists its members', async () => {
  const config = await configPath();
  await run(['add-member', 'Ada', 'Lovelace', '--config', config]);
  await run(['add-member', 'grace', '--config', config]);
  await run(['add-member', 'Zoe', '--config', config]);
  await run(['remove-member', 'Zoe', '--config', config]);
  expect((await run(['members', '--config', config])).said).toBe('Ada Lovelace\ngrace');
});

test('starts without an API key, and says where one is set', async () => {
  const { exitCode, said } = await run(['--port', '0', '--config', await configPath()]);
  expect(exitCode).toBe(0);
  expect(said).toContain('no ComfyDeploy API key yet');
});

test('says that a key kept under another master key cannot be read, and keeps it', async () => {
  const config = await configPath();
  await writeFile(config, JSON.stringify({ apiKey: 'the-key', port: 0 }));
  const one = { RELAY_MASTER_KEY: Buffer.alloc(32, 1).toString('base64') };
  const other = { RELAY_MASTER_KEY: Buffer.alloc(32, 2).toString('base64') };
  expect((await run(['--config', config], one)).said).not.toContain('another master key');
  expect((await run(['--config', config], other)).said).toContain('another master key');
  expect((await run(['--config', config], one)).said).not.toContain('another master key');
  await expect(stat(join(dirname(config), 'relay-data', 'master.key'))).rejects.toThrow('ENOENT');
});

test('refuses data that a newer version has written', async () => {
  const config = await configPath();
  await run(['members', '--config', config]);
  const { database } = await openDataFolder(join(dirname(config), 'relay-data'), undefined);
  await database.write({ sql: 'INSERT INTO schema_version (version) VALUES (1000)' });
  database.close();
  const { exitCode, said } = await run(['--config', config]);
  expect([exitCode, said]).toEqual([1, expect.stringContaining('newer version')]);
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
  ['a bad master key', [], { RELAY_MASTER_KEY: 'too-short' }, /32 bytes/],
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

test('takes a name once', async () => {
  const config = await configPath();
  await run(['add-member', 'Ada', '--config', config]);
  const again = await run(['add-member', 'Ada', '--config', config]);
  expect(again.exitCode).toBe(1);
  expect(again.said).toContain('a member called Ada already');
});
