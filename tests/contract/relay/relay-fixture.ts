import { onTestFinished } from 'vitest';
import type { RequestLogEntry } from '../../../relay/request-log.ts';
import { type ServeOptions, serveRelay } from '../../../relay/serve.ts';
import { type SeededData, type SeededMember, seedData } from '../../fakes/relay/seeded-data.ts';
import { type RecordingServer, startRecordingServer } from './recording-server.ts';

/** Looks like a ComfyDeploy key, and stands out in anything it must not get into. */
export const canaryKey = 'eyJhbGciOiJIUzI1NiJ9.canary-of-the-relay.signature';
export const uuid = 'b888f774-3e7c-4135-a18c-6b985523c4bc';

type Ask = (path: string, init?: RequestInit & { duplex?: 'half' }) => Promise<Response>;

export type RelayFixture = {
  url: string;
  /** Ada's. */
  token: string;
  data: SeededData;
  log: RequestLogEntry[];
  /** As the Figma plugin asks: origin `null`, token of a member. */
  ask: Ask;
  askAs(name: string): Ask;
};

type Options = Partial<ServeOptions> & { upstream: string; members?: readonly SeededMember[] };

/** A relay on a free port, by default with one member, Ada; stopped when the test ends. */
export async function startRelay({
  members = [{ name: 'Ada' }],
  ...options
}: Options): Promise<RelayFixture> {
  const data = await seedData(members);
  const log: RequestLogEntry[] = [];
  const relay = await serveRelay({
    port: 0,
    apiKey: canaryKey,
    ...data,
    log: (entry) => log.push(entry),
    ...options,
  });
  onTestFinished(() => relay.close().finally(data.database.close));
  const askAs =
    (name: string): Ask =>
    (path, init = {}) => {
      const headers = { Origin: 'null', Authorization: `Bearer ${data.tokens[name]}`, ...init.headers };
      return fetch(relay.url + path, { ...init, headers });
    };
  return { url: relay.url, token: data.tokens.Ada ?? '', data, log, ask: askAs('Ada'), askAs };
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
