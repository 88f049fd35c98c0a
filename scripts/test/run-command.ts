import { type ChildProcess, spawn } from 'node:child_process';

export type CommandOptions = { env?: NodeJS.ProcessEnv; signal: AbortSignal; cwd: string };
export type CommandResult = { exitCode: number; output: string };

/** How long a command may take to close its browsers, once it is told to end. */
const graceMs = 3000;

/** Runs a command to its end, or to the signal's: then it is ended with all that it started. */
export async function runCommand(
  command: string,
  args: readonly string[],
  { env = {}, signal, cwd }: CommandOptions,
): Promise<CommandResult> {
  if (signal.aborted) return { exitCode: 1, output: 'Not run: its group was stopped before.' };
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that its workers can be ended with it.
    detached: true,
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => output.push(text));
  }
  const stop = () => stopGroup(child);
  signal.addEventListener('abort', stop);
  return new Promise((resolve) => {
    const end = (exitCode: number) => {
      signal.removeEventListener('abort', stop);
      resolve({ exitCode, output: output.join('') });
    };
    child.once('error', (error) => {
      output.push(error.message);
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

function stopGroup(child: ChildProcess): void {
  signalGroup(child, 'SIGTERM');
  const kill = setTimeout(() => {
    signalGroup(child, 'SIGKILL');
    // Whoever got away may hold these open, and we would wait for ever.
    child.stdout?.destroy();
    child.stderr?.destroy();
  }, graceMs);
  child.once('close', () => clearTimeout(kill));
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It ended by itself just now.
  }
}
