import { spawnSync } from 'node:child_process';
import { SetUpFailure } from './set-up-failure.mjs';

const mebibyte = 1024 * 1024;

/**
 * Runs a command to its end and keeps what it prints for the case that it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] beside this process's environment
 */
export function runQuietly(command, args, env = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * mebibyte,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status === 0) return;
  const output = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim();
  throw new SetUpFailure(`"${[command, ...args].join(' ')}" failed:\n${output}`);
}
