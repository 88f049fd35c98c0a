import type { Job } from '#shared/jobs/job.ts';
import { noSource } from '#shared/jobs/job-request.ts';
import type { CorpusCase } from '../../tests/corpus/corpus-case.ts';
import { waitFor } from '../browser/wait-for.ts';
import { readBlob, readJobs, waitForEnd, waitForNewJob } from '../product/stored-jobs.ts';
import type { Captured } from './judge.ts';
import type { CorpusPage, Tester } from './tester.ts';

/**
 * Goes to a page of the corpus and restyles its picture as a person would, as far as the picture being
 * taken: nothing is connected, so no job goes further.
 */
export async function captureCase(
  { window, open }: Tester,
  url: string,
  { target, isReady }: CorpusCase,
): Promise<Captured> {
  const page = await open(url, isReady);
  try {
    const { id } = await restyle(window, page, target);
    const first = await waitForEnd(window, id);
    const hasAsked = await page.allowHost(first);
    const job = await waitForEnd(window, id);
    const { sourceKey } = job.recipe;
    const bytes = sourceKey === noSource ? null : (await readBlob(window, sourceKey)).bytes;
    return { job, bytes, hasAsked };
  } finally {
    await page.close();
  }
}

/** By the menu's own entry where there is one, else by the picker: also where the entry finds no picture. */
async function restyle(window: Tester['window'], page: CorpusPage, css: string): Promise<Job> {
  const known = new Set((await readJobs(window)).map(({ id }) => id));
  const hasMenu = await page.chooseInMenu(css).then(
    () => true,
    () => false,
  );
  if (!hasMenu) await page.openPicker(css);
  const hasBegun = async () => (await readJobs(window)).some(({ id }) => !known.has(id));
  const next = async () => ((await page.isPickerOpen()) ? 'picker' : (await hasBegun()) && 'job');
  if ((await waitFor('a job or the picker', next, { timeoutMs: 30_000 })) === 'picker') {
    await page.takeGuess();
  }
  return waitForNewJob(window, known);
}
