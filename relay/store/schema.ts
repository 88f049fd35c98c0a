/**
 * The migrations, each from the version before it to the next; its place in the list is its version. One
 * that was ever released is never edited: what changes is added below it.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE secrets (
      name TEXT PRIMARY KEY,
      sealed TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE members (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('admin', 'member')),
      deployments TEXT,
      created_at_ms INTEGER NOT NULL,
      removed_at_ms INTEGER
    ) STRICT`,
    'CREATE UNIQUE INDEX member_names ON members (name) WHERE removed_at_ms IS NULL',
    `CREATE TABLE devices (
      id TEXT PRIMARY KEY,
      member_id TEXT NOT NULL REFERENCES members (id),
      name TEXT NOT NULL,
      token_hash TEXT NOT NULL UNIQUE,
      created_at_ms INTEGER NOT NULL,
      used_at_ms INTEGER,
      revoked_at_ms INTEGER
    ) STRICT`,
    'CREATE INDEX devices_of_member ON devices (member_id)',
    `CREATE TABLE invitations (
      code_hash TEXT PRIMARY KEY,
      member_id TEXT NOT NULL REFERENCES members (id),
      expires_at_ms INTEGER NOT NULL,
      used_at_ms INTEGER
    ) STRICT`,
    'CREATE INDEX invitations_of_member ON invitations (member_id)',
    `CREATE TABLE runs (
      id TEXT PRIMARY KEY,
      member_id TEXT NOT NULL REFERENCES members (id),
      device_id TEXT NOT NULL REFERENCES devices (id),
      deployment_id TEXT NOT NULL,
      preset TEXT,
      nonce TEXT,
      is_prediction INTEGER NOT NULL,
      asked_at_ms INTEGER NOT NULL,
      state TEXT NOT NULL,
      run_id TEXT UNIQUE,
      gpu TEXT,
      seconds REAL,
      cost_usd REAL,
      look_at_ms INTEGER
    ) STRICT`,
    'CREATE INDEX runs_by_time ON runs (asked_at_ms)',
    'CREATE INDEX runs_of_member ON runs (member_id, asked_at_ms)',
    'CREATE INDEX runs_to_look_at ON runs (look_at_ms) WHERE look_at_ms IS NOT NULL',
  ],
  [
    'ALTER TABLE devices ADD COLUMN expires_at_ms INTEGER',
    // Sessions of browsers from before they ended by themselves, as long as their cookie: 90 days.
    `UPDATE devices SET expires_at_ms = created_at_ms + 7776000000
      WHERE name = 'A browser, on these pages'`,
  ],
  [
    // Which device of the same person let this one in; null for what an admin's link did.
    'ALTER TABLE devices ADD COLUMN let_in_by_id TEXT REFERENCES devices (id)',
    'CREATE INDEX devices_let_in ON devices (let_in_by_id) WHERE let_in_by_id IS NOT NULL',
    'ALTER TABLE invitations ADD COLUMN device_id TEXT REFERENCES devices (id)',
  ],
];
