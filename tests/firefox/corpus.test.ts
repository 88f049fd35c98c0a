import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureInFirefox, type FirefoxProduct, openInFirefox } from '../../scripts/corpus/firefox-corpus.ts';
import { judge } from '../../scripts/corpus/judge.ts';
import { corpusCases } from '../corpus/cases/all.ts';
import { sampleOf } from '../corpus/sample.ts';
import { type CorpusServer, startCorpusServer } from '../corpus/server/corpus-server.ts';

let product: FirefoxProduct;
let server: CorpusServer;
beforeAll(async () => {
  [product, server] = await Promise.all([openInFirefox(), startCorpusServer(corpusCases)]);
});
afterAll(async () => {
  await product?.close();
  await server?.close();
});

describe('of the capture corpus', () => {
  it.each(sampleOf(corpusCases, 5))('$name comes out as it should', async (each) => {
    const verdict = await judge(each, await captureInFirefox(product, server.urlOf(each), each));
    expect(verdict.isAsExpected, verdict.words).toBe(true);
  });
});
