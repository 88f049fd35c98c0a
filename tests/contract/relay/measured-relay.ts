/** A relay in a process of its own, which tells how much memory it holds: `fork(this, [upstream], --expose-gc)`. */
import { setImmediate } from 'node:timers/promises';
import { serveRelay } from '../../../relay/serve.ts';
import { seedData } from '../../fakes/relay/seeded-data.ts';

const [upstream = ''] = process.argv.slice(2);
const data = await seedData([{ name: 'Ada' }]);

const relay = await serveRelay({
  port: 0,
  upstream,
  apiKey: 'key',
  ...data,
  limits: { requestsPerMinute: Number.POSITIVE_INFINITY },
  pictureHosts: ['127.0.0.1'],
});

/** Buffers are given back in the background after a collection, so it takes more than one. */
async function heldBytes(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await setImmediate();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

process.on('message', async () => process.send?.(await heldBytes()));
process.send?.({ url: relay.url, token: data.tokens.Ada });
