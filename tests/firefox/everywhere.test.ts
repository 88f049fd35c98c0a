import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureCase } from '../../scripts/corpus/capture-case.ts';
import { openInFirefox } from '../../scripts/corpus/firefox-tester.ts';
import { judge } from '../../scripts/corpus/judge.ts';
import type { Tester } from '../../scripts/corpus/tester.ts';
import { corpusCases } from '../corpus/cases/all.ts';
import { type CorpusServer, startCorpusServer } from '../corpus/server/corpus-server.ts';

let tester: Tester;
let server: CorpusServer;
beforeAll(async () => {
  [tester, server] = await Promise.all([openInFirefox('everywhere'), startCorpusServer(corpusCases)]);
});
afterAll(async () => {
  await tester?.close();
  await server?.close();
});

describe('with one click everywhere, by the menu', () => {
  it.each(corpusCases.filter(({ name }) => name === 'cover' || name === 'background-foreign'))(
    '$name comes out as it should, and nothing is asked',
    async (each) => {
      const captured = await captureCase(tester, server.urlOf(each), each);
      const verdict = await judge(each, captured);
      expect(verdict.isAsExpected, verdict.words).toBe(true);
      expect(captured.hasAsked).toBe(false);
    },
  );
});
