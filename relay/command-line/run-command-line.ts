import { AppError, isAppError } from '#shared/errors/app-error.ts';
import { createAdminCode, invitationLink } from '../members/admin-link.ts';
import { cliWords } from './cli-words.ts';
import { type Flags, parseFlags } from './flags.ts';
import { addMember, memberNames, removeMember } from './members.ts';
import { type OpenedRelay, openRelay } from './open-books.ts';
import { publicUrlOf, start } from './start.ts';
import type { Environment, Terminal } from './terminal.ts';
import { workerSecrets } from './worker-secrets.ts';

/** Runs one command; `stop` ends a running relay. Answers the exit code. */
export async function runCommandLine(
  args: readonly string[],
  environment: Environment,
  terminal: Terminal,
  stop: AbortSignal,
): Promise<number> {
  try {
    const flags = parseFlags(args);
    if (flags.command === 'help') terminal.print(cliWords.help);
    else if (flags.command === 'worker-secrets') terminal.print(workerSecrets());
    else await runCommand(flags, environment, terminal, stop);
    return 0;
  } catch (error) {
    if (!isAppError(error)) throw error;
    terminal.print(error.data.detail);
    return 1;
  }
}

type Command = (opened: OpenedRelay, name: string) => Promise<string>;

const commands: Readonly<Record<string, Command>> = {
  'admin-link': async ({ books, settings }, name) =>
    cliWords.adminLink(invitationLink(publicUrlOf(settings), await createAdminCode(books, name))),
  'add-member': async ({ books }, name) => cliWords.token(name, await addMember(books, name)),
  'remove-member': async ({ books }, name) => {
    await removeMember(books, name);
    return cliWords.removed(name);
  },
  members: async ({ books }) => cliWords.memberList(await memberNames(books)),
};

async function runCommand(
  flags: Flags,
  environment: Environment,
  terminal: Terminal,
  stop: AbortSignal,
): Promise<void> {
  const command = Object.hasOwn(commands, flags.command) ? commands[flags.command] : undefined;
  if (!command && flags.command !== 'start') {
    throw new AppError('invalid-input', cliWords.unknownCommand(flags.command));
  }
  const opened = await openRelay(flags, environment, terminal);
  try {
    if (command) terminal.print(await command(opened, flags.name));
    else await start(opened, terminal, stop);
  } finally {
    opened.data.database.close();
  }
}
