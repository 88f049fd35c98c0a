import { expect, onTestFinished, test, vi } from 'vitest';
import { createDeviceBook } from '../../../relay/members/device-book.ts';
import { openSqlite } from '../../../relay/node/sqlite.ts';
import { migrate } from '../../../relay/store/migrate.ts';
import { migrations } from '../../../relay/store/schema.ts';
import { createKeyKeeper } from '../../../relay/upstream/key-keeper.ts';

function emptyDatabase() {
  const database = openSqlite(':memory:');
  onTestFinished(database.close);
  return database;
}

const columnsOf = async (database: ReturnType<typeof emptyDatabase>, table: string) =>
  (await database.rows<{ name: string }>({ sql: `SELECT name FROM pragma_table_info('${table}')` })).map(
    ({ name }) => name,
  );

test('brings a database of every version to the newest, each step once', async () => {
  const next = [...migrations, ['ALTER TABLE members ADD COLUMN colour TEXT'], ['DROP INDEX runs_by_time']];
  for (let version = 0; version < next.length; version += 1) {
    const database = emptyDatabase();
    await migrate(database, next.slice(0, version));
    await migrate(database, next);
    await migrate(database, next);
    expect(await columnsOf(database, 'members')).toContain('colour');
  }
});

test('leaves a database as it was when a step fails half-way', async () => {
  const database = emptyDatabase();
  await migrate(database);
  const broken = [...migrations, ['ALTER TABLE members ADD COLUMN colour TEXT', 'DROP TABLE unheard_of']];
  await expect(migrate(database, broken)).rejects.toThrow('no such table');
  expect(await columnsOf(database, 'members')).not.toContain('colour');
  await migrate(database, [...migrations, ['ALTER TABLE members ADD COLUMN colour TEXT']]);
  expect(await columnsOf(database, 'members')).toContain('colour');
});

test('keeps the API key sealed: readable with the master key only, and never the same twice', async () => {
  const database = emptyDatabase();
  await migrate(database);
  const sealed = async () => (await database.rows<{ sealed: string }>({ sql: 'SELECT * FROM secrets' }))[0];
  const [masterKey, otherKey] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const keeper = createKeyKeeper({ database, masterKey });
  expect([await keeper.state(), await keeper.read()]).toEqual(['missing', null]);
  await keeper.replace('the-api-key');
  expect([await keeper.state(), await keeper.read()]).toEqual(['kept', 'the-api-key']);
  const first = await sealed();
  expect(JSON.stringify(first)).not.toMatch(/the-api-key|dGhlLWFwaS1rZXk/);
  await keeper.replace('the-api-key');
  expect(await sealed()).not.toEqual(first);
  const stranger = createKeyKeeper({ database, masterKey: otherKey });
  expect([await stranger.state(), await stranger.read()]).toEqual(['locked', null]);
  await stranger.replace('another-key');
  expect(await stranger.read()).toBe('another-key');
  expect(await keeper.state()).toBe('locked');
  const given = createKeyKeeper({ database, masterKey, apiKey: 'from-outside' });
  expect([await given.state(), await given.read()]).toEqual(['fixed', 'from-outside']);
});

test('ends the sessions that an earlier version began, and no other device', async () => {
  const database = emptyDatabase();
  await migrate(database, migrations.slice(0, 1));
  await database.write({
    sql: `INSERT INTO members (id, name, role, created_at_ms) VALUES ('m', 'Grace', 'admin', 0)`,
  });
  for (const name of ['A browser, on these pages', 'A laptop']) {
    const sql = `INSERT INTO devices (id, member_id, name, token_hash, created_at_ms) VALUES (?, 'm', ?, ?, 0)`;
    await database.write({ sql, values: [name, name, name] });
  }
  await migrate(database);
  const dayMs = 86_400_000;
  const namesAt = async (nowMs: number) =>
    (await createDeviceBook(database, () => nowMs).of('m')).map(({ name }) => name).toSorted();
  expect(await namesAt(89 * dayMs)).toEqual(['A browser, on these pages', 'A laptop']);
  expect(await namesAt(91 * dayMs)).toEqual(['A laptop']);
});

test('lets two who start at once bring one database to the newest version', async () => {
  const database = emptyDatabase();
  await Promise.all([migrate(database), migrate(database), migrate(database)]);
  const versions = await database.rows<{ version: number }>({ sql: 'SELECT version FROM schema_version' });
  expect(versions.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
});

test('only reads where nothing is behind', async () => {
  const database = emptyDatabase();
  await migrate(database);
  const write = vi.fn(database.write);
  await migrate({ ...database, write });
  expect(write).not.toHaveBeenCalled();
});
