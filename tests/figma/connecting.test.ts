import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeViolations } from '../fakes/figma/axe.ts';
import { type FakeFigma, startFakeFigma } from '../fakes/figma/fake-figma.ts';
import { openPanel, type Panel, sharedBrowser } from '../fakes/figma/panel-page.ts';
import { startTeam, type Team } from '../fakes/figma/team.ts';
import { type StandIn, startStandIn } from '../stand-in/stand-in.ts';

let browser: Browser;
let team: Team;
let openServer: StandIn;
let figma: FakeFigma;
let panel: Panel;
/** Nothing listens there. */
const offUrl = 'http://localhost:9';
/** A web server that lets everybody in, and is no relay. */
const stranger = createServer((_request, response) => {
  response.setHeader('access-control-allow-origin', '*').end('<h1>Welcome</h1>');
});
let strangerUrl: string;

beforeAll(async () => {
  [browser, team, openServer] = await Promise.all([
    sharedBrowser(),
    startTeam(),
    startStandIn({ corsOpen: true }),
  ]);
  stranger.listen(0);
  await once(stranger, 'listening');
  strangerUrl = `http://localhost:${(stranger.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await team.close();
  await openServer.close();
  stranger.close();
});

beforeEach(async () => {
  figma = await startFakeFigma();
  figma.startPlugin();
  panel = await openPanel(browser, figma, {
    allowedDomains: [team.relayUrl, new URL(openServer.baseUrl).origin, strangerUrl, offUrl],
  });
});

afterEach(async () => {
  expect([...figma.troubles(), ...panel.errors()]).toEqual([]);
  await panel.close();
  figma.close();
});

const button = (name: string) => panel.ui.getByRole('button', { name });

async function fill({ address = team.relayUrl, token = team.token } = {}): Promise<void> {
  await panel.ui.getByLabel('Relay address').fill(address);
  await panel.ui.getByLabel('Your token').fill(token);
  await panel.ui.getByLabel('Deployment id').fill(team.standIn.deploymentId);
  await button('Test connection').click();
}

test('the first screen says where pictures go, and asks for a token before it asks the server', async () => {
  await panel.ui.getByText('Anyone who has a picture’s secret link can open it').waitFor();
  expect(await panel.ui.getByLabel('Relay address').inputValue()).toBe('http://localhost:3017');
  expect(await button('Test connection').isDisabled()).toBe(true);
  expect(await axeViolations(panel.ui)).toEqual([]);
});

test('a relay that knows the token: connected, kept on this computer, nothing of it in the file', async () => {
  await fill();
  await panel.ui.getByText('Connected to Flux Kontext edit').waitFor();
  await button('Start restyling').click();
  await panel.ui.getByText('Select frames or layers on the canvas').waitFor();

  const { secret, connection } = figma.storage();
  expect(secret).toBe(team.token);
  expect(JSON.stringify(connection)).not.toContain(team.token);
  expect(figma.file()).not.toContain(team.token);
  expect(team.standIn.ledger()).toEqual([]);
});

test('a server of one’s own that lets Figma in is reached directly', async () => {
  await panel.ui.getByText('Direct', { exact: true }).click();
  await panel.ui.getByLabel('Server address').fill(openServer.baseUrl);
  await panel.ui.getByLabel('API key').fill(openServer.apiKey);
  await panel.ui.getByLabel('Deployment id').fill(openServer.deploymentId);
  await button('Test connection').click();
  await panel.ui.getByText('Connected to Flux Kontext edit').waitFor();
  expect(figma.storage()).toMatchObject({ secret: openServer.apiKey, connection: { route: 'direct' } });
});

test('every way a connection can fail is said in its own words, and nothing is kept', async () => {
  const alert = panel.ui.getByRole('alert');
  const fails = async (changes: { address?: string; token?: string }, title: string, advice: string) => {
    await fill(changes);
    await alert.getByText(title).waitFor();
    expect(await alert.textContent()).toContain(advice);
  };
  await fails({ token: 'somebody-else' }, 'The relay does not know this token', 'Nothing was run or charged');
  await fails({ address: strangerUrl }, 'That is not a Restyle relay', 'Check the address');
  await fails(
    { address: 'http://relay.example' },
    'These settings cannot be used',
    'must begin with https://',
  );
  await fails(
    { address: 'http://localhost:10' },
    'This build of the plugin may not talk to localhost:10',
    'was built for',
  );
  await fails({ address: offUrl }, 'The relay does not answer', 'Nothing answers at localhost:9');

  await alert.getByRole('button', { name: 'Connect directly' }).click();
  await panel.ui.getByText('Access-Control-Allow-Origin: *').waitFor();
  expect(await panel.ui.getByLabel('API key').inputValue()).toBe('');
  expect(figma.storage()).toEqual({});
});
