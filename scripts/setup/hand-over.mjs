import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/**
 * Runs a TypeScript file of ours in this terminal, and ends as it ends.
 * @param {{ root: string, node: string, script: string, args: readonly string[], env?: NodeJS.ProcessEnv }} order
 */
export function handOver({ root, node, script, args, env = {} }) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(node, [join(root, script), ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path, ...env },
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  // The terminal sends Ctrl-C to both of us: the child decides how to end, and we end with it.
  process.on('SIGINT', () => {});
  child.on('exit', (code) => process.exit(code ?? 1));
}
