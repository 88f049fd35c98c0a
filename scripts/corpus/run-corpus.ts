import { corpusCases } from '../../tests/corpus/cases/all.ts';
import type { CorpusCase } from '../../tests/corpus/corpus-case.ts';
import { startCorpusServer } from '../../tests/corpus/server/corpus-server.ts';
import { buildIfStale } from '../build/if-stale.ts';
import { captureCase } from './capture-case.ts';
import { openInChromium } from './chromium-tester.ts';
import { openInFirefox } from './firefox-tester.ts';
import { accident, judge } from './judge.ts';
import type { BrowserName, Mode, Outcome } from './outcome.ts';
import type { Tester } from './tester.ts';

type Round = { browser: BrowserName; mode: Mode };

const testers: Readonly<Record<BrowserName, (mode: Mode) => Promise<Tester>>> = {
  chromium: openInChromium,
  firefox: openInFirefox,
};

/** Goes through pages of the corpus in one browser and mode; `say` is told of each as it is done. */
export async function runCorpus(
  { browser, mode }: Round,
  cases: readonly CorpusCase[],
  say: (line: string) => void,
): Promise<Outcome[]> {
  await buildIfStale([browser === 'chromium' ? 'chrome' : 'firefox']);
  const server = await startCorpusServer(corpusCases);
  const tester = await testers[browser](mode);
  const outcomes: Outcome[] = [];
  try {
    for (const each of cases) {
      const captured = captureCase(tester, server.urlOf(each), each);
      const verdict = await captured.then((found) => judge(each, found)).catch(accident);
      outcomes.push({ name: each.name, browser, mode, ...verdict });
      say(`${verdict.isAsExpected ? 'ok ' : 'NOT'} ${browser} ${mode} ${each.name}: ${verdict.words}`);
    }
  } finally {
    await tester.close();
    await server.close();
  }
  return outcomes;
}
