import { parseArgs } from 'node:util';
import { AppError } from '#shared/errors/app-error.ts';

export type Flags = {
  command: string;
  /** The member a command is about; empty when none was named. */
  name: string;
  config: string;
  data: string | undefined;
  publicUrl: string | undefined;
  deployment: string | undefined;
  port: string | undefined;
  host: string | undefined;
  upstream: string | undefined;
  pictureHosts: string[] | undefined;
};

/** Rejects unknown flags with `invalid-input`. There is no flag for the API key: process lists show flags. */
export function parseFlags(args: readonly string[]): Flags {
  const { values, positionals } = parsed(args);
  const [command = 'start', ...name] = positionals;
  return {
    command: values.help ? 'help' : command,
    name: name.join(' ').trim(),
    config: values.config ?? 'relay.config.json',
    data: values.data,
    publicUrl: values['public-url'],
    deployment: values.deployment,
    port: values.port,
    host: values.host,
    upstream: values.upstream,
    pictureHosts: values['picture-host'],
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        config: { type: 'string' },
        data: { type: 'string' },
        'public-url': { type: 'string' },
        deployment: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        upstream: { type: 'string' },
        'picture-host': { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new AppError('invalid-input', error instanceof Error ? error.message : String(error));
  }
}
