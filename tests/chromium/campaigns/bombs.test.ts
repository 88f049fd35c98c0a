import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFinished } from '#shared/jobs/job.ts';
import { dispatchMenuClick, grantActiveTab } from '../../../scripts/browser/active-tab.ts';
import { waitFor } from '../../../scripts/browser/wait-for.ts';
import { connect } from '../../../scripts/product/connect.ts';
import { openProduct, type Product } from '../../../scripts/product/open-product.ts';
import { readJobs } from '../../../scripts/product/stored-jobs.ts';
import { rounds } from '../../campaign.ts';
import { bombs } from '../../corpus/bombs/all.ts';
import { type BombServer, startBombServer } from '../../corpus/bombs/bomb-server.ts';
import { memoryOf } from '../../corpus/bombs/memory.ts';
import { watchSlowdown } from '../../corpus/bombs/slowdown.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';

const maxExtraMegabytes = 200;
/** On a machine with nothing else to do, and beyond what a harmless picture takes in the same browser. */
const maxMs = 5_000;
const presetMenu = 'preset:builtin.watercolour';

let product: Product;
let server: BombServer;
let standIn: StandIn;
let controlMs: number;
let browserPid: number;

beforeAll(async () => {
  const timing = { queueMs: 0, coldStartMs: 0, runMs: 0, archiveMs: 0 };
  [server, standIn] = await Promise.all([startBombServer(), startStandIn({ timing, megapixels: 0.02 })]);
  product = await openProduct();
  await connect(product, standIn);
  const { processInfo } = await product.session.browser.send('SystemInfo.getProcessInfo');
  browserPid = processInfo.find(({ type }) => type === 'browser')?.id ?? 0;
});
afterAll(async () => {
  await product?.close();
  await server?.close();
  await standIn?.close();
});

const data = { name: 'data-address-of-100-mb', says: ['picture-too-large'] as const };
const seed = Number(process.env.RESTYLE_SEED) || 1;
const all = [...bombs, data];
const shuffled = all.map((bomb, index) => ({ bomb, order: (index * 7919 + seed) % all.length }));
const sample = shuffled.sort((a, b) => a.order - b.order).slice(0, rounds({ sample: 1, all: all.length }));

describe('a picture made to hurt', () => {
  it('is measured beside a harmless one', async () => {
    const { job, tookMs, extraMegabytes, slowdown } = await meet('harmless');
    controlMs = tookMs;
    report('harmless', { tookMs, extraMegabytes, outcome: job.stage.name, slowdown });
    expect(job.stage.name).toBe('done');
  });

  it.each(sample.map(({ bomb }) => bomb))(
    'costs little and is told plainly: $name',
    async ({ name, says }) => {
      const { job, tookMs, extraMegabytes, slowdown } = await meet(name);
      const outcome = job.stage.name === 'failed' ? job.stage.error.code : job.stage.name;
      report(name, { tookMs, extraMegabytes, outcome, slowdown });
      if (outcome === 'done') expect(says).toBeNull();
      else expect(says, `${outcome}: ${JSON.stringify(job.stage)}`).toContain(outcome);
      expect(tookMs).toBeLessThanOrEqual(maxMs * slowdown + controlMs);
      expect(extraMegabytes).toBeLessThanOrEqual(maxExtraMegabytes);
    },
  );
});

/** Opens a page, waits until the browser itself is done with it, and restyles its picture. */
async function meet(name: string) {
  const page = await product.session.context.newPage();
  try {
    await page.goto(server.urlOf(name), { waitUntil: 'commit' });
    await page.waitForFunction(() => document.querySelector('#t') !== null);
    await settled(page);
    await grantActiveTab(product.session, page);
    return await measured(page);
  } finally {
    await page.close();
  }
}

/** From the click to the end of the job, with the most memory that the whole browser had meanwhile. */
async function measured(page: Page) {
  const known = new Set((await readJobs(product.window)).map(({ id }) => id));
  const before = memoryOf(browserPid);
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, memoryOf(browserPid))), 100);
  const srcUrl = await page.evaluate(() => {
    const { src } = document.querySelector('#t') as HTMLImageElement;
    return src.length > 2_097_152 ? '' : src;
  });
  const beganMs = performance.now();
  const slowdown = watchSlowdown();
  await dispatchMenuClick(product.session, page, { menuItemId: presetMenu, mediaType: 'image', srcUrl });
  const find = async () =>
    (await readJobs(product.window)).find((each) => !known.has(each.id) && isFinished(each));
  const job = await waitFor('the job to end', find, { timeoutMs: 45_000 }).finally(() =>
    clearInterval(timer),
  );
  return { job, tookMs: performance.now() - beganMs, extraMegabytes: most - before, slowdown: slowdown() };
}

/** Until two looks at the browser's memory, a good while apart, are alike. */
async function settled(page: Page): Promise<void> {
  let last = 0;
  const isQuiet = async () => {
    const now = memoryOf(browserPid);
    const isSame = Math.abs(now - last) < 8;
    last = now;
    await page.waitForTimeout(400);
    return isSame;
  };
  await waitFor('the browser to settle', isQuiet, { timeoutMs: 8_000 }).catch(() => {});
}

function report(name: string, { tookMs, extraMegabytes, outcome, slowdown }: Report): void {
  if (!process.env.RESTYLE_VERIFY) return;
  console.log(
    `${name}: ${Math.round(tookMs)} ms, ${Math.round(extraMegabytes)} MB, ${outcome}, machine ${slowdown.toFixed(1)} times slower`,
  );
}

type Report = { tookMs: number; extraMegabytes: number; outcome: string; slowdown: number };
