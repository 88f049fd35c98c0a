import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureCase } from '../../scripts/corpus/capture-case.ts';
import { judge } from '../../scripts/corpus/judge.ts';
import type { Tester } from '../../scripts/corpus/tester.ts';
import { corpusCases } from './cases/all.ts';
import { sampleOf } from './sample.ts';
import { type CorpusServer, startCorpusServer } from './server/corpus-server.ts';

type Sample = {
  size: number;
  /** How much of the picture's pixels must have come, where more than none did. */
  leastRatio?: number;
};

/** A sample of the corpus' pages as tests, in one browser that is opened for all of them. */
export function showCorpus(open: () => Promise<Tester>, { size, leastRatio = 0 }: Sample): void {
  let tester: Tester;
  let server: CorpusServer;
  beforeAll(async () => {
    [tester, server] = await Promise.all([open(), startCorpusServer(corpusCases)]);
  });
  afterAll(async () => {
    await tester?.close();
    await server?.close();
  });

  describe('of the capture corpus', () => {
    it.each(sampleOf(corpusCases, size))('$name comes out as it should', async (each) => {
      const verdict = await judge(each, await captureCase(tester, server.urlOf(each), each));
      expect(verdict.isAsExpected, verdict.words).toBe(true);
      expect(verdict.bestRatio ?? 1).toBeGreaterThan(leastRatio);
    });
  });
}
