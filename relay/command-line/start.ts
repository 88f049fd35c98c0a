import { once } from 'node:events';
import { AppError } from '#shared/errors/app-error.ts';
import { isLoopbackHost } from '../picture/loopback.ts';
import { serveRelay } from '../serve.ts';
import { cliWords } from './cli-words.ts';
import type { Flags } from './flags.ts';
import { createLiveMembers } from './live-members.ts';
import { addMember } from './members.ts';
import { readRelayFile } from './relay-file.ts';
import { type RelaySettings, relaySettings } from './settings.ts';
import type { Environment, Terminal } from './terminal.ts';

/** Runs the relay until `stop` is aborted. */
export async function start(
  flags: Flags,
  environment: Environment,
  terminal: Terminal,
  stop: AbortSignal,
): Promise<void> {
  const file = await readRelayFile(flags.config);
  const settings = relaySettings(flags, environment, file);
  const members = createLiveMembers(flags.config, terminal.print);
  const relay = await serveRelay({ ...settings, members }).catch((error: unknown) => {
    throw toStartError(error, settings);
  });
  terminal.print(cliWords.running(relay.url, settings.upstream));
  for (const warning of warningsOf(settings)) terminal.print(warning);
  if (file.members.length === 0) await welcomeFirstMember(flags, settings, terminal);
  if (!stop.aborted) await once(stop, 'abort');
  await relay.close();
}

/** Whoever tries the relay out on their own machine needs no second command. */
async function welcomeFirstMember(flags: Flags, settings: RelaySettings, terminal: Terminal): Promise<void> {
  const isTrial = terminal.isInteractive && isLoopbackHost(settings.host);
  if (!isTrial) return terminal.print(cliWords.noMembers);
  terminal.print(cliWords.token('me', await addMember(flags.config, 'me')));
}

function warningsOf({ host, upstream }: RelaySettings): string[] {
  const { protocol, hostname } = new URL(upstream);
  const isKeyExposed = protocol === 'http:' && !isLoopbackHost(hostname);
  return [
    ...(isLoopbackHost(host) ? [] : [cliWords.needsHttps]),
    ...(isKeyExposed ? [cliWords.keyInClear(hostname)] : []),
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
