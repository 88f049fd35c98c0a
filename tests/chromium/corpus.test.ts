import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureInChromium } from '../../scripts/corpus/chromium-corpus.ts';
import { judge } from '../../scripts/corpus/judge.ts';
import { openProduct, type Product } from '../../scripts/product/open-product.ts';
import { corpusCases } from '../corpus/cases/all.ts';
import { sampleOf } from '../corpus/sample.ts';
import { type CorpusServer, startCorpusServer } from '../corpus/server/corpus-server.ts';

let product: Product;
let server: CorpusServer;
beforeAll(async () => {
  [product, server] = await Promise.all([openProduct(), startCorpusServer(corpusCases)]);
});
afterAll(async () => {
  await product?.close();
  await server?.close();
});

describe('of the capture corpus', () => {
  it.each(sampleOf(corpusCases, 4))('$name comes out as it should', async (each) => {
    const verdict = await judge(each, await captureInChromium(product, server.urlOf(each), each));
    expect(verdict.isAsExpected, verdict.words).toBe(true);
    expect(verdict.bestRatio ?? 1).toBeGreaterThan(0.1);
  });
});
