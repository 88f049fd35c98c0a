import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComfyDeployConnection } from '#shared/connection/connection.ts';
import { draftOf, hostPatternsFor } from '#shared/connection/connection-draft.ts';
import { lockKeychain, lockOf, newLock, openKeychain } from '#shared/connection/keychain.ts';
import { teamSetupWords } from '#shared/i18n/en/team-setup.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { newPresetsIn, withTeamRoles } from '#shared/team-setup/apply-setup.ts';
import { openLockedKey } from '#shared/team-setup/open-locked-key.ts';
import { readTeamSetup, setupToText } from '#shared/team-setup/setup-text.ts';
import { type TeamServer, teamServerOf, writeTeamSetup } from '#shared/team-setup/team-setup.ts';

const connection: ComfyDeployConnection = {
  version: 1,
  engine: 'comfydeploy',
  baseUrl: 'https://relay.example.com/api',
  deploymentId: '15e79589-12c9-453c-a41a-348fdd7de957',
  hosts: ['https://relay.example.com/*', 'https://pictures.example.com/*'],
  description: {
    name: 'Édition',
    workflowVersion: 'v1',
    inputs: [],
    outputId: null,
    gpu: 'L40S',
    roles: { prompt: 'wish' },
  },
  prices: { L40S: 0.0006 },
  webhook: { host: 'hooks.example.com', everyStep: true },
  keyExpiresAtMs: 1,
};
const server = teamServerOf(connection);
if (server?.engine !== 'comfydeploy') throw new Error('A team shares this engine.');

const preset = fc.record({
  version: fc.constant(1 as const),
  id: fc.uuid(),
  name: fc.string({ minLength: 1, maxLength: 60 }),
  description: fc.string({ maxLength: 200 }),
  prompt: fc.string({ unit: 'grapheme', maxLength: 300 }),
  strength: fc.float({ min: 0, max: 1, noNaN: true }),
  safe: fc.constant(null),
  folder: fc.constant(''),
  builtIn: fc.constant(false),
  picture: fc.constant(null),
}) satisfies fc.Arbitrary<Preset>;

const withLineBreaks = (text: string) => `"${text.replace(/(.{60})/g, '$1\n> ')}"`;

describe('a team setup', () => {
  it('is the same after a file, a line, a link, and what a messenger makes of it', async () => {
    const setups = fc.record({
      name: fc.string({ unit: 'grapheme', maxLength: 80 }),
      presets: fc.array(preset, { maxLength: 4 }),
    });
    const arrivesWhole = async ({ name, presets }: { name: string; presets: Preset[] }) => {
      const file = writeTeamSetup({ name, server, presets, lockedKey: null });
      const line = await setupToText(file);
      const fromFile = await readTeamSetup(file);
      expect(fromFile).toMatchObject({ name, server, lockedKey: null });
      expect(fromFile.presets.map(({ prompt }) => prompt)).toEqual(presets.map(({ prompt }) => prompt));
      for (const text of [line, `chrome-extension://abc/welcome.html#${line}`, withLineBreaks(line)]) {
        expect(await readTeamSetup(text)).toEqual(fromFile);
      }
    };
    await fc.assert(fc.asyncProperty(setups, arrivesWhole), { numRuns: 40 });
  });

  it('never holds a key in clear, a webhook, or how long a key serves', async () => {
    const lock = await newLock('three small words');
    const lockedKey = await lockKeychain([{ connection, apiKey: 'eyJ-canary' }], lock);
    const file = writeTeamSetup({ name: 'Team', server, presets: [], lockedKey });
    expect(file).not.toContain('canary');
    expect(file).not.toContain('hooks.example.com');
    expect(file).not.toContain('keyExpiresAtMs');
    const read = await readTeamSetup(file);
    if (!read.lockedKey) throw new Error('The locked key was lost.');
    const { key } = await lockOf(read.lockedKey, 'three small words');
    expect((await openKeychain(read.lockedKey, key))?.[0]?.apiKey).toBe('eyJ-canary');
  });

  it('gives its key out for the server it was locked with, and no other', async () => {
    const password = 'three small words';
    const lockedKey = await lockKeychain([{ connection, apiKey: 'eyJ-canary' }], await newLock(password));
    const setup = { server, lockedKey };
    expect(await openLockedKey(setup, password)).toBe('eyJ-canary');
    expect(await openLockedKey(setup, 'three other words')).toBeNull();
    expect(await openLockedKey({ server, lockedKey: null }, password)).toBeNull();
    const graph = { name: '', graph: {} };
    const others: TeamServer[] = [
      { ...server, baseUrl: 'https://stranger.example.com/api' },
      { ...server, baseUrl: `${server.baseUrl}/..` },
      { ...server, deploymentId: 'another' },
      { engine: 'comfyui', baseUrl: server.baseUrl, workflow: graph },
    ];
    for (const other of others) {
      const opening = openLockedKey({ ...setup, server: other }, password);
      await expect(opening).rejects.toMatchObject({ code: 'invalid-input' });
    }
  });

  it.each([{ iterations: 1 }, { iterations: Number.NaN }, { salt: '!' }])(
    'says of a damaged lock that it is: %j',
    async (damage) => {
      const lockedKey = await lockKeychain([{ connection, apiKey: 'x' }], await newLock('three small words'));
      const opening = openLockedKey({ server, lockedKey: { ...lockedKey, ...damage } }, 'three small words');
      await expect(opening).rejects.toMatchObject({ data: { detail: teamSetupWords.import.damaged } });
    },
  );

  it('fills the form in so that the same hosts are asked for, and brings what the inputs are for', async () => {
    const read = await readTeamSetup(writeTeamSetup({ name: '', server, presets: [], lockedKey: null }));
    if (read.server.engine !== 'comfydeploy') throw new Error('It became another engine.');
    expect(hostPatternsFor(draftOf(read.server))).toEqual(connection.hosts);
    const { roles: _, ...description } = connection.description;
    const tested: ComfyDeployConnection = { ...connection, description };
    expect(withTeamRoles(tested, read).description.roles).toEqual({ prompt: 'wish' });
    expect(withTeamRoles(tested, null)).toBe(tested);
  });

  it('is refused with a sentence, whatever else it is', async () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.base64String().map((text) => `setup=${text}`),
    );
    const refused = async (text: string) => {
      await expect(readTeamSetup(text)).rejects.toMatchObject({ code: 'invalid-input' });
    };
    await fc.assert(fc.asyncProperty(texts, refused), { numRuns: 200 });
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'ftp://example.com'])(
    'leads nowhere but to a web server: not to %s',
    async (baseUrl) => {
      const file = JSON.parse(writeTeamSetup({ name: '', server, presets: [], lockedKey: null }));
      const text = JSON.stringify({ ...file, server: { ...file.server, baseUrl } });
      await expect(readTeamSetup(text)).rejects.toMatchObject({ code: 'invalid-input' });
    },
  );

  it('adds no preset a second time', () => {
    const [riso, night] = [
      { name: 'Riso', prompt: 'Two colours' },
      { name: 'Night', prompt: 'Dark' },
    ];
    expect(newPresetsIn([riso, night], [{ ...riso }])).toEqual([night]);
  });
});
