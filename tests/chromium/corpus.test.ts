import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureCase } from '../../scripts/corpus/capture-case.ts';
import { openInChromium } from '../../scripts/corpus/chromium-tester.ts';
import { judge } from '../../scripts/corpus/judge.ts';
import type { Tester } from '../../scripts/corpus/tester.ts';
import { corpusCases } from '../corpus/cases/all.ts';
import { sampleOf } from '../corpus/sample.ts';
import { type CorpusServer, startCorpusServer } from '../corpus/server/corpus-server.ts';

let tester: Tester;
let server: CorpusServer;
beforeAll(async () => {
  [tester, server] = await Promise.all([openInChromium(), startCorpusServer(corpusCases)]);
});
afterAll(async () => {
  await tester?.close();
  await server?.close();
});

describe('of the capture corpus', () => {
  it.each(sampleOf(corpusCases, 4))('$name comes out as it should', async (each) => {
    const verdict = await judge(each, await captureCase(tester, server.urlOf(each), each));
    expect(verdict.isAsExpected, verdict.words).toBe(true);
    expect(verdict.bestRatio ?? 1).toBeGreaterThan(0.1);
  });
});
