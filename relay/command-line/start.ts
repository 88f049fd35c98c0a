import { once } from 'node:events';
import { AppError } from '#shared/errors/app-error.ts';
import { createAdminCode, hasNoAdmin, invitationLink } from '../members/admin-link.ts';
import { isLoopbackHost } from '../picture/loopback.ts';
import { serveRelay } from '../serve.ts';
import { createKeyKeeper } from '../upstream/key-keeper.ts';
import { cliWords } from './cli-words.ts';
import type { OpenedRelay } from './open-books.ts';
import type { RelaySettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** Runs the relay until `stop` is aborted. */
export async function start(opened: OpenedRelay, terminal: Terminal, stop: AbortSignal): Promise<void> {
  const { settings, data, books } = opened;
  const { runsPerMinute, requestsPerMinute } = settings;
  const limits = { runsPerMinute, requestsPerMinute };
  const relay = await serveRelay({ ...settings, ...data, limits }).catch((error: unknown) => {
    throw toStartError(error, settings);
  });
  const url = settings.publicUrl ?? relay.url;
  terminal.print(cliWords.running(relay.url, settings.upstream));
  for (const warning of await warningsOf(opened)) terminal.print(warning);
  if (await hasNoAdmin(books)) {
    terminal.print(cliWords.adminLink(invitationLink(url, await createAdminCode(books))));
  }
  if (!stop.aborted) await once(stop, 'abort');
  await relay.close();
}

/** Where people reach a relay that is not running in this process. */
export function publicUrlOf({ publicUrl, port }: RelaySettings): string {
  return publicUrl?.replace(/\/$/, '') ?? `http://localhost:${port}`;
}

async function warningsOf({ settings, data }: OpenedRelay): Promise<string[]> {
  const { host, upstream, apiKey } = settings;
  const { protocol, hostname } = new URL(upstream);
  const isKeyExposed = protocol === 'http:' && !isLoopbackHost(hostname);
  const state = await createKeyKeeper({ ...data, apiKey }).state();
  return [
    ...(isLoopbackHost(host) ? [] : [cliWords.needsHttps]),
    ...(isKeyExposed ? [cliWords.keyInClear(hostname)] : []),
    ...(state === 'missing' ? [cliWords.noKey] : []),
    ...(state === 'locked' ? [cliWords.keyLocked] : []),
  ];
}

function toStartError(error: unknown, { host, port }: RelaySettings): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return new AppError('not-configured', cliWords.portTaken(port));
  if (code === 'EACCES') return new AppError('not-configured', cliWords.portForbidden(port));
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new AppError('not-configured', cliWords.hostUnknown(host));
  }
  return error;
}
