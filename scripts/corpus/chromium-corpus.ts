import type { Page } from 'playwright-core';
import type { Job } from '#shared/jobs/job.ts';
import { noSource } from '#shared/jobs/runner.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { CorpusCase } from '../../tests/corpus/corpus-case.ts';
import { rightClick } from '../browser/right-click.ts';
import { answerHostQuestion } from '../product/answer-host-question.ts';
import type { Product } from '../product/open-product.ts';
import { restyleByPicker } from '../product/pick-on-page.ts';
import { readBlob, readJobs, waitForEnd, waitForNewJob } from '../product/stored-jobs.ts';
import type { Captured } from './judge.ts';

const presetId = builtInPresets[0]?.id ?? '';
const menuPatienceMs = 1_500;

/**
 * Goes to a page of the corpus and restyles its picture as a person would, as far as the picture being
 * taken: nothing is connected, so no job goes further.
 */
export async function captureInChromium(
  product: Product,
  url: string,
  { target, isReady }: CorpusCase,
): Promise<Captured> {
  const page = await product.session.context.newPage();
  try {
    await page.goto(url);
    if (isReady) await page.waitForFunction(isReady);
    const first = await restyle(product, page, target);
    const hasAsked = (await answerHostQuestion(product, page, first.id)) !== null;
    const job = await waitForEnd(product.window, first.id);
    const { sourceKey } = job.recipe;
    const bytes = sourceKey === noSource ? null : (await readBlob(product.window, sourceKey)).bytes;
    return { job, bytes, hasAsked };
  } finally {
    await page.close();
  }
}

/** By the menu's own entry for pictures where there is one, else by the picker. */
async function restyle(product: Product, page: Page, css: string): Promise<Job> {
  const known = new Set((await readJobs(product.window)).map(({ id }) => id));
  const hasMenu = await rightClick(
    product.session,
    page,
    { css },
    { childIndex: 0, patienceMs: menuPatienceMs },
  ).then(
    () => true,
    () => false,
  );
  if (!hasMenu) await restyleByPicker(product, page, { css }, presetId);
  const job = await waitForNewJob(product.window, known);
  return waitForEnd(product.window, job.id);
}
