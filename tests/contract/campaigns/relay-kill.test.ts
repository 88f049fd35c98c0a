import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDeviceBook } from '../../../relay/members/device-book.ts';
import { createMemberBook } from '../../../relay/members/member-book.ts';
import { openDataFolder } from '../../../relay/node/data-folder.ts';
import { nodeFetch } from '../../../relay/node/node-fetch.ts';
import { createRelay } from '../../../relay/relay.ts';
import { createRunBook } from '../../../relay/runs/run-book.ts';
import { rounds } from '../../campaign.ts';
import { createRandom } from '../../stand-in/pixels/random.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';
import { relayFolder, runRelay } from '../relay/relay-program.ts';

const random = createRandom(Number(process.env.RESTYLE_SEED) || 1);
const callsAtOnce = 6;
const timing = { queueMs: 5, coldStartMs: 5, runMs: 20, archiveMs: 0 };

async function newMember(folder: string): Promise<string> {
  const { database } = await openDataFolder(join(folder, 'relay-data'), undefined);
  const { id } = await createMemberBook(database, Date.now).add({
    name: 'Ada',
    role: 'member',
    deployments: null,
  });
  const token = await createDeviceBook(database, Date.now).add(id, 'A test');
  database.close();
  return token;
}

/** Several runs asked for at once; the relay dies when ComfyDeploy has made some of them. */
async function killAmidStarts(standIn: StandIn, folder: string, token: string): Promise<void> {
  const args = ['--upstream', standIn.baseUrl];
  // One member asks for all the runs there are, in less time than people would.
  const settings = { RELAY_API_KEY: standIn.apiKey, RELAY_RUNS_PER_MINUTE: '1000' };
  const relay = await runRelay(folder, args, settings);
  const before = standIn.ledger().length;
  const calls = Array.from({ length: callsAtOnce }, (_, index) =>
    fetch(`${relay.url}/api/run/deployment/queue`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify({
        deployment_id: standIn.deploymentId,
        inputs: { prompt: 'in oil', restyle_nonce: `nonce-${before}-${index}` },
      }),
    }).then((answer) => answer.text()),
  );
  const settled = Promise.allSettled(calls);
  const wanted = before + 1 + Math.floor(random() * callsAtOnce);
  await expect
    .poll(() => standIn.ledger().length, { timeout: 15_000, interval: 1 })
    .toBeGreaterThanOrEqual(wanted);
  relay.child.kill('SIGKILL');
  await Promise.all([settled, relay.exited]);
}

/** Every record with its end, by a relay that finds the data later and later. */
async function settledRecords(standIn: StandIn, folder: string) {
  const data = await openDataFolder(join(folder, 'relay-data'), undefined);
  onTestFinished(data.database.close);
  let aheadMs = 0;
  const clock = {
    nowMs: () => Date.now() + aheadMs,
    monotonicMs: () => performance.now(),
    sleep: async () => {},
  };
  const ports = { fetch: nodeFetch, publicFetch: nodeFetch, clock };
  const relay = createRelay({ ...data, ...ports, upstream: standIn.baseUrl, apiKey: standIn.apiKey });
  const open = async () => {
    aheadMs += 11 * 60_000;
    await relay.settleDue();
    const records = await createRunBook(data.database, Date.now).before(Number.MAX_SAFE_INTEGER, 10_000);
    return records.filter(({ state }) => state === 'asked' || state === 'started');
  };
  await expect.poll(open, { timeout: 60_000 }).toEqual([]);
  return createRunBook(data.database, Date.now).before(Number.MAX_SAFE_INTEGER, 10_000);
}

test('a relay that is killed at any moment loses no run that was made', { timeout: 3_600_000 }, async () => {
  const standIn = await startStandIn({ timing, megapixels: 0.02, concurrencyLimit: 8 });
  onTestFinished(() => standIn.close());
  const folder = await relayFolder();
  const token = await newMember(folder);
  for (let round = 0; round < rounds({ sample: 1, all: 60 }); round += 1) {
    await killAmidStarts(standIn, folder, token);
  }
  const records = await settledRecords(standIn, folder);
  const recorded = records.filter(({ state }) => state === 'success').map(({ runId }) => runId);
  expect(recorded.toSorted()).toEqual(
    standIn
      .ledger()
      .map(({ runId }) => runId)
      .toSorted(),
  );
});
