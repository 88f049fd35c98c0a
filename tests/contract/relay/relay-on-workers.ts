import { randomBytes } from 'node:crypto';
import { expect, onTestFinished } from 'vitest';
import type { RequestLogEntry } from '../../../relay/request-log.ts';
import type { ServeOptions } from '../../../relay/serve.ts';
import { type SeededMember, seedMembers } from '../../fakes/relay/seeded-data.ts';
import { canaryKey } from './canary-key.ts';
import { onNodeOnly } from './runtime.ts';
import { startWorker } from './worker-runtime.ts';

type Options = Partial<ServeOptions> & { upstream: string };

/** The same relay as a Worker. Of a test that puts in parts of its own there is nothing to show here. */
export async function relayOnWorkers(
  { upstream, limits, pictureHosts, deployment, publicUrl, ...others }: Options,
  members: readonly SeededMember[],
) {
  const { apiKey, ...parts } = { apiKey: canaryKey, ...others };
  if (Object.keys(parts).length > 0) onNodeOnly();
  const masterKey = new Uint8Array(randomBytes(32));
  const log: RequestLogEntry[] = [];
  const bindings = {
    RELAY_UPSTREAM: upstream,
    RELAY_MASTER_KEY: Buffer.from(masterKey).toString('base64'),
    ...(apiKey && { RELAY_API_KEY: apiKey }),
    ...(pictureHosts && { RELAY_PICTURE_HOSTS: pictureHosts.join(',') }),
    ...(deployment && { RELAY_DEPLOYMENT: deployment }),
    ...(publicUrl && { RELAY_PUBLIC_URL: publicUrl }),
    ...(limits?.runsPerMinute && { RELAY_RUNS_PER_MINUTE: String(limits.runsPerMinute) }),
    ...(limits?.requestsPerMinute && { RELAY_REQUESTS_PER_MINUTE: String(limits.requestsPerMinute) }),
  };
  const worker = await startWorker(bindings, (line) => {
    if (!line.startsWith('{')) return;
    const { at: _, ...entry } = JSON.parse(line);
    log.push(entry);
  });
  onTestFinished(worker.close);
  // The first request brings the database to its schema.
  await fetch(`${worker.url}/health`);
  await expect.poll(() => log.shift()).toBeDefined();
  const database = await worker.database();
  const tokens = await seedMembers(database, members);
  return { url: worker.url, data: { database, masterKey, tokens }, log };
}
