import { onTestFinished } from 'vitest';
import type { RequestLogEntry } from '../../../relay/request-log.ts';
import { type ServeOptions, serveRelay } from '../../../relay/serve.ts';
import type { Database } from '../../../relay/store/database.ts';
import { type SeededData, type SeededMember, seedData } from '../../fakes/relay/seeded-data.ts';
import { canaryKey } from './canary-key.ts';
import { type RecordingServer, startRecordingServer } from './recording-server.ts';
import { relayOnWorkers } from './relay-on-workers.ts';
import { isOnWorkers } from './runtime.ts';

export const uuid = 'b888f774-3e7c-4135-a18c-6b985523c4bc';

type Ask = (path: string, init?: RequestInit & { duplex?: 'half' }) => Promise<Response>;

export type RelayFixture = {
  url: string;
  /** Ada's. */
  token: string;
  data: Pick<SeededData, 'masterKey' | 'tokens'> & { database: Database };
  log: RequestLogEntry[];
  /** As the Figma plugin asks: origin `null`, token of a member. */
  ask: Ask;
  askAs(name: string): Ask;
};

export type RelayOptions = Partial<ServeOptions> & { upstream: string; members?: readonly SeededMember[] };

/** A relay on a free port, by default with one member, Ada; stopped when the test ends. */
export async function startRelay(options: RelayOptions): Promise<RelayFixture> {
  const { members = [{ name: 'Ada' }], ...others } = options;
  const { url, data, log } = isOnWorkers()
    ? await relayOnWorkers(others, members)
    : await relayOnNode(others, members);
  const askAs =
    (name: string): Ask =>
    (path, init = {}) => {
      const headers = { Origin: 'null', Authorization: `Bearer ${data.tokens[name]}`, ...init.headers };
      return fetch(url + path, { ...init, headers });
    };
  return { url, token: data.tokens.Ada ?? '', data, log, ask: askAs('Ada'), askAs };
}

type Running = Pick<RelayFixture, 'url' | 'data' | 'log'>;

async function relayOnNode(
  options: Omit<RelayOptions, 'members'>,
  members: readonly SeededMember[],
): Promise<Running> {
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
  return { url: relay.url, data, log };
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
