import { corpusCases } from '../../tests/corpus/cases/all.ts';
import type { CorpusCase } from '../../tests/corpus/corpus-case.ts';
import { startCorpusServer } from '../../tests/corpus/server/corpus-server.ts';
import { buildIfStale } from '../build/if-stale.ts';
import { openProduct } from '../product/open-product.ts';
import { captureInChromium } from './chromium-corpus.ts';
import { captureInFirefox, openInFirefox } from './firefox-corpus.ts';
import { accident, type Captured, judge } from './judge.ts';
import type { BrowserName, Outcome } from './outcome.ts';

type Tester = { capture(url: string, each: CorpusCase): Promise<Captured>; close(): Promise<void> };

/** Goes through pages of the corpus in one browser; `say` is told of each as it is done. */
export async function runCorpus(
  browser: BrowserName,
  cases: readonly CorpusCase[],
  say: (line: string) => void,
): Promise<Outcome[]> {
  await buildIfStale([browser === 'chromium' ? 'chrome' : 'firefox']);
  const server = await startCorpusServer(corpusCases);
  const tester = await testers[browser]();
  const outcomes: Outcome[] = [];
  try {
    for (const each of cases) {
      const captured = tester.capture(server.urlOf(each), each);
      const verdict = await captured.then((found) => judge(each, found)).catch(accident);
      outcomes.push({ name: each.name, browser, mode: 'default', ...verdict });
      say(`${verdict.isAsExpected ? 'ok ' : 'NOT'} ${browser} ${each.name}: ${verdict.words}`);
    }
  } finally {
    await tester.close();
    await server.close();
  }
  return outcomes;
}

const testers: Readonly<Record<BrowserName, () => Promise<Tester>>> = {
  async chromium() {
    const product = await openProduct();
    return { capture: (url, each) => captureInChromium(product, url, each), close: product.close };
  },
  async firefox() {
    const product = await openInFirefox();
    return { capture: (url, each) => captureInFirefox(product, url, each), close: product.close };
  },
};
