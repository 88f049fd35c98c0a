import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const program = fileURLToPath(new URL('../../../relay/main.ts', import.meta.url));

export type RelayProgram = { url: string; child: ChildProcess; exited: Promise<unknown>; said: string[] };

/** A folder for a relay's settings and data that is gone when the test ends. */
export async function relayFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'relay-'));
  onTestFinished(() => rm(folder, { recursive: true, maxRetries: 5 }));
  return folder;
}

/** The relay as people run it, in a process of its own; settled once it serves. */
export async function runRelay(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<RelayProgram> {
  const config = join(folder, 'relay.config.json');
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [program, '--port', '0', '--config', config, ...args], { env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said: string[] = [];
  const lines = createInterface(child.stdout);
  lines.on('line', (line) => said.push(line));
  const exited = once(child, 'exit');
  for (;;) {
    const [line] = (await Promise.race([
      once(lines, 'line'),
      exited.then(() => Promise.reject(new Error(`It ended: ${said.join('\n')}`))),
    ])) as [string];
    const url = /running at (\S+)/.exec(line)?.[1];
    if (url) return { url, child, exited, said };
  }
}
