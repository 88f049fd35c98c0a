/** `npm run corpus`: every page of the corpus in real browsers, and what came of each. */
import { parseArgs } from 'node:util';
import { corpusCases } from '../../tests/corpus/cases/all.ts';
import { runCorpus } from './run-corpus.ts';
import { tableOf } from './table.ts';

const usage =
  'npm run corpus [-- --browser chromium|firefox] [--mode default|everywhere|both] [--only NAME,NAME] [--json]';

const { values } = parseArgs({
  options: {
    browser: { type: 'string' },
    mode: { type: 'string', default: 'default' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});

if (values.help) {
  console.log(usage);
} else {
  const names = values.only?.split(',');
  const cases = corpusCases.filter(({ name }) => names?.includes(name) ?? true);
  const browsers = (['chromium', 'firefox'] as const).filter((each) => each === (values.browser ?? each));
  const modes = (['default', 'everywhere'] as const).filter(
    (each) => values.mode === 'both' || each === values.mode,
  );
  const rounds = browsers.flatMap((browser) => modes.map((mode) => ({ browser, mode })));
  if (rounds.length === 0 || cases.length === 0) throw new Error(`Nothing to do. ${usage}`);
  const outcomes = [];
  for (const round of rounds) {
    outcomes.push(...(await runCorpus(round, cases, (line) => console.error(line))));
  }
  console.log(values.json ? JSON.stringify(outcomes) : tableOf(outcomes));
  process.exitCode = outcomes.every(({ isAsExpected }) => isAsExpected) ? 0 : 1;
}
