import { root } from '../build/run.ts';
import type { Part } from './outcome.ts';
import { runCommand } from './run-command.ts';

/** A tool of node_modules that says by its exit code whether all is well: it counts as one test. */
export function checkPart(tool: string, args: readonly string[]): Part {
  return {
    name: [tool, ...args].join(' '),
    run: async ({ signal }) => {
      const { exitCode, output } = await runCommand(`${root}node_modules/.bin/${tool}`, args, {
        signal,
        cwd: root,
      });
      const isWell = exitCode === 0;
      return { passed: isWell ? 1 : 0, failed: isWell ? 0 : 1, skipped: 0, output };
    },
  };
}
