import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../build/run.ts';
import type { Outcome, Part } from './outcome.ts';
import { type CommandResult, runCommand } from './run-command.ts';

/** The part of Vitest's JSON report that is read: https://vitest.dev/guide/reporters#json-reporter */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

type Scope = { files?: readonly string[]; isWhole?: boolean };

/** A project of vitest.config.ts, or some of its files, whole where all of a campaign is to be shown. */
export function vitestPart(project: string, { files = [], isWhole = false }: Scope = {}): Part {
  return {
    name: ['vitest', project, ...files].join(' '),
    run: async ({ signal, seed }) => {
      const whole: NodeJS.ProcessEnv = isWhole ? { RESTYLE_VERIFY: '1' } : {};
      const folder = await mkdtemp(join(tmpdir(), 'restyle-test-'));
      const file = join(folder, 'report.json');
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
      const result = await runCommand(
        `${root}node_modules/.bin/vitest`,
        ['run', '--project', project, ...reporters, ...files],
        { signal, cwd: root, env: { RESTYLE_SEED: String(seed), ...whole, ...colours() } },
      );
      const report = await readReport(file);
      await rm(folder, { recursive: true });
      return toOutcome(result, report);
    },
  };
}

/** Vitest sees a pipe, and would print no colours where a person reads along. */
function colours(): NodeJS.ProcessEnv {
  return process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
}

/** `null` when Vitest was killed, or found no test to report. */
async function readReport(file: string): Promise<Report | null> {
  return readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => null);
}

function toOutcome({ exitCode, output }: CommandResult, report: Report | null): Outcome {
  if (!report) return { passed: 0, failed: 1, skipped: 0, output };
  const failed = report.numFailedTests + report.testResults.filter(couldNotLoad).length;
  return {
    passed: report.numPassedTests,
    // An unhandled rejection fails the run and no test.
    failed: exitCode !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    output,
  };
}

/** A file that failed without any of its tests failing: an import, or a hook, threw. */
function couldNotLoad({ status, assertionResults }: Report['testResults'][number]): boolean {
  return status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
}
