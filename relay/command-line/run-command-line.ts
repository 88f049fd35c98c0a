import { AppError, isAppError } from '#shared/errors/app-error.ts';
import { cliWords } from './cli-words.ts';
import { type Flags, parseFlags } from './flags.ts';
import { addMember, memberNames, removeMember } from './members.ts';
import { start } from './start.ts';
import type { Environment, Terminal } from './terminal.ts';

/** Runs one command; `stop` ends a running relay. Answers the exit code. */
export async function runCommandLine(
  args: readonly string[],
  environment: Environment,
  terminal: Terminal,
  stop: AbortSignal,
): Promise<number> {
  try {
    const flags = parseFlags(args);
    if (flags.command === 'start') await start(flags, environment, terminal, stop);
    else terminal.print(await answerTo(flags));
    return 0;
  } catch (error) {
    if (!isAppError(error)) throw error;
    terminal.print(error.data.detail);
    return 1;
  }
}

async function answerTo({ command, config, name }: Flags): Promise<string> {
  switch (command) {
    case 'add-member':
      return cliWords.token(name, await addMember(config, name));
    case 'remove-member':
      await removeMember(config, name);
      return cliWords.removed(name);
    case 'members':
      return cliWords.memberList(await memberNames(config));
    case 'help':
      return cliWords.help;
    default:
      throw new AppError('invalid-input', cliWords.unknownCommand(command));
  }
}
