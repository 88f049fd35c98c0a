import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';

export type RecordedRequest = { method: string; url: string; headers: IncomingMessage['headers'] };

export type RecordingServer = {
  /** E.g. `http://127.0.0.1:41234`. */
  origin: string;
  /** All requests that ever arrived, in order. */
  requests: RecordedRequest[];
  openConnections(): Promise<number>;
  close(): Promise<void>;
};

/** A real server of one's own making that remembers who asked for what. */
export async function startRecordingServer(answer: RequestListener): Promise<RecordingServer> {
  const requests: RecordedRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    requests.push({ method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers });
    answer(incoming, outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    openConnections: () => promisify(server.getConnections).call(server),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Reads the request to its end, then answers JSON: what ComfyDeploy does in the good case. */
export async function answerJson(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  body: unknown,
  status = 200,
): Promise<void> {
  await buffer(incoming);
  outgoing.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
