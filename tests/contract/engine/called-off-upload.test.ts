import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import type { Engine } from '#shared/engines/engine.ts';
import { createJobRunner } from '#shared/jobs/runner.ts';
import { systemClock as clock, systemIds as ids } from '#shared/platform.ts';
import { createMemoryBlobStore, createMemoryJournal } from '#shared/storage/memory.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';
import { createSharpCodec } from '../../fakes/sharp-codec.ts';
import { createDeferred } from '../../stand-in/deferred.ts';

const description = { name: 'Slow', workflowVersion: '1', inputs: [], outputId: null, gpu: null };
/** More than the system takes off our hands when nobody reads at the other end. */
const pictureBytes = 24 * 1024 * 1024;

/** The end of a line so slow that it takes one piece of a picture, and the rest once it is freed. */
async function startSlowLine() {
  const [underWay, closed, freed] = [createDeferred(), createDeferred(), createDeferred()];
  const ended = createDeferred<number>();
  const asked: string[] = [];
  async function take(request: IncomingMessage): Promise<void> {
    let receivedBytes = 0;
    try {
      for await (const piece of request) {
        receivedBytes += piece.length;
        underWay.resolve();
        await freed.promise;
      }
    } catch {
      // It was broken off.
    }
    ended.resolve(receivedBytes);
  }
  const server = createServer((request) => {
    asked.push(`${request.method} ${request.url}`);
    request.socket.once('close', () => closed.resolve());
    void take(request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    freed.resolve();
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${port}/api`, asked, underWay, closed, freed, ended };
}

it('an upload that is called off on its way stops, is not made again, and nothing is paid', async () => {
  const line = await startSlowLine();
  const [journal, blobs] = [createMemoryJournal(), createMemoryBlobStore()];
  const inputKey = await blobs.put({ bytes: new Uint8Array(pictureBytes), mimeType: 'image/png' });
  const sizeBytes = pictureBytes;
  const job = jobIn({ name: 'uploading', inputKey, inputMimeType: 'image/png', sizeBytes });
  await journal.put(job);
  // As behind a relay, where nothing goes straight to the storage.
  const engine: Engine = createComfyDeployEngine({
    ...{ baseUrl: line.baseUrl, apiKey: 'key', deploymentId: 'one', fetch, clock, pictureUrl: (url) => url },
  });
  const workflow = async () => ({ engine, description, prices: {} });
  const ended = createDeferred();
  const runner = createJobRunner({
    ...{ journal, blobs, workflow, codec: createSharpCodec(), clock, ids },
    onChange: ({ stage }) => stage.name === 'cancelled' && ended.resolve(),
  });
  await runner.resume();
  await line.underWay.promise;
  await runner.cancel(job.id);
  await ended.promise;
  // Nobody has read on: what there is to read now is what went out before, and then the end.
  line.freed.resolve();
  await line.closed.promise;
  expect(await line.ended.promise).toBeLessThan(pictureBytes);
  expect((await journal.get(job.id))?.stage).toEqual({ name: 'cancelled', runId: null });
  expect(line.asked).toEqual(['POST /api/file/upload']);
});
