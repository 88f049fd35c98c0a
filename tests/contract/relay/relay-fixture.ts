import { onTestFinished } from 'vitest';
import { createMemberToken, hashToken } from '../../../relay/access/member-token.ts';
import type { RequestLogEntry } from '../../../relay/request-log.ts';
import { type ServeOptions, serveRelay } from '../../../relay/serve.ts';
import { type RecordingServer, startRecordingServer } from './recording-server.ts';

/** Looks like a ComfyDeploy key, and stands out in anything it must not get into. */
export const canaryKey = 'eyJhbGciOiJIUzI1NiJ9.canary-of-the-relay.signature';
export const uuid = 'b888f774-3e7c-4135-a18c-6b985523c4bc';

export type RelayFixture = {
  url: string;
  token: string;
  log: RequestLogEntry[];
  /** As the Figma plugin asks: origin `null`, token of a member. */
  ask(path: string, init?: RequestInit & { duplex?: 'half' }): Promise<Response>;
};

/** A relay on a free port with one member, Ada; stopped when the test ends. */
export async function startRelay(
  options: Partial<ServeOptions> & { upstream: string },
): Promise<RelayFixture> {
  const token = createMemberToken();
  const log: RequestLogEntry[] = [];
  const relay = await serveRelay({
    port: 0,
    apiKey: canaryKey,
    members: [{ name: 'Ada', tokenHash: await hashToken(token) }],
    log: (entry) => log.push(entry),
    ...options,
  });
  onTestFinished(() => relay.close());
  const headers = { Origin: 'null', Authorization: `Bearer ${token}` };
  return {
    url: relay.url,
    token,
    log,
    ask: (path, init = {}) => fetch(relay.url + path, { ...init, headers: { ...headers, ...init.headers } }),
  };
}

/** A recording server that is stopped when the test ends. */
export async function startServer(
  answer: Parameters<typeof startRecordingServer>[0],
): Promise<RecordingServer> {
  const server = await startRecordingServer(answer);
  onTestFinished(() => server.close());
  return server;
}

/** A promise with its handle outside: a fact that a server's callback reports. */
export function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
