/** `npm run corpus`: every page of the corpus in real browsers, and what came of each. */
import { parseArgs } from 'node:util';
import { corpusCases } from '../../tests/corpus/cases/all.ts';
import { startCorpusServer } from '../../tests/corpus/server/corpus-server.ts';
import { buildIfStale } from '../build/if-stale.ts';
import { openProduct } from '../product/open-product.ts';
import { captureInChromium } from './chromium-corpus.ts';
import { judge } from './judge.ts';
import type { Outcome } from './outcome.ts';
import { tableOf } from './table.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const names = new Set(values.only.split(',').filter(Boolean));
const cases = corpusCases.filter(({ name }) => names.size === 0 || names.has(name));
await buildIfStale(['chrome']);
const server = await startCorpusServer(corpusCases);
const product = await openProduct();
const outcomes: Outcome[] = [];
for (const each of cases) {
  const where = { name: each.name, browser: 'chromium', mode: 'default' } as const;
  const outcome = await captureInChromium(product, server.urlOf(each), each)
    .then((captured) => judge(each, captured))
    .then((verdict) => ({ ...where, ...verdict }))
    .catch((error: unknown) => ({
      ...where,
      isAsExpected: false,
      route: null,
      widthPx: 0,
      heightPx: 0,
      bestRatio: null,
      hasAsked: false,
      words: `accident: ${String(error).split('\n')[0]}`,
    }));
  outcomes.push(outcome);
  console.error(
    `${outcome.isAsExpected ? 'ok ' : 'NOT'} ${each.name}: ${outcome.bestRatio?.toFixed(2)} ${outcome.words}`,
  );
}
console.log(values.json ? JSON.stringify(outcomes) : tableOf(outcomes));
await product.close();
await server.close();
