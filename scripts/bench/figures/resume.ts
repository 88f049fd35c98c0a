import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type StandIn, startStandIn } from '../../../tests/stand-in/stand-in.ts';
import { dispatchMenuClick, grantActiveTab } from '../../browser/active-tab.ts';
import { waitFor } from '../../browser/wait-for.ts';
import { buildIfStale } from '../../build/if-stale.ts';
import { connect } from '../../product/connect.ts';
import { openProduct, type Product } from '../../product/open-product.ts';
import { type PhotoPage, servePhotoPage } from '../../product/photo-page.ts';
import { readJobs, waitForEnd, waitForNewJob } from '../../product/stored-jobs.ts';
import type { Figure, Reading } from '../figure.ts';
import { inWords, median } from '../statistics.ts';

declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

const rounds = 9;
const goalMs = 300;
/** Long enough to be still under way when the panel stands; a tenth of it goes by before it says so. */
const timing = { queueMs: 0, coldStartMs: 0, runMs: 30_000, archiveMs: 0 };
const photo = fileURLToPath(new URL('../../../tests/fixtures/photos/coffee.png', import.meta.url));

type Resumed = { shownMs: number; takenUpMs: number };

export const resume: Figure = {
  name: 'resume',
  measures:
    'The extension’s worker killed while a run is under way, and then the panel opened: from the start of opening it ' +
    'until its card says what the job is doing, and until the worker, started anew, looks at the run again.',
  async measure() {
    await buildIfStale(['chrome']);
    const [standIn, photos] = await Promise.all([
      startStandIn({ timing, megapixels: 0.02 }),
      servePhotoPage([photo]),
    ]);
    const product = await openProduct();
    try {
      await connect(product, standIn);
      const resumed: Resumed[] = [];
      for (let round = -1; round < rounds; round += 1) {
        const one = await killAndOpen(product, standIn, photos);
        if (round >= 0) resumed.push(one);
      }
      return readingsOf(resumed);
    } finally {
      await product.close();
      await Promise.all([standIn.close(), photos.close()]);
    }
  },
};

async function killAndOpen(product: Product, standIn: StandIn, photos: PhotoPage): Promise<Resumed> {
  const { session, window } = product;
  const page = await session.context.newPage();
  await page.goto(photos.url);
  const jobId = await startJob(product, page, photos);
  const isUnderWay = async () => {
    const job = (await readJobs(window)).find(({ id }) => id === jobId);
    return job?.stage.name === 'running' && job.stage.progress.state === 'running';
  };
  await waitFor('the run to be under way', isUnderWay, { timeoutMs: 30_000 });
  await page.close();
  await session.worker.kill();
  const seen = looks(standIn);
  const panel = await session.context.newPage();
  const startMs = performance.now();
  const takenUp = waitFor('a look at the run', async () => looks(standIn) > seen, { pollMs: 2 });
  await panel.goto(session.extensionUrl('/popup.html?tab'));
  const shownMs = await panel.evaluate(untilShown);
  await takenUp;
  const takenUpMs = performance.now() - startMs;
  await window.evaluate(
    (id) => chrome.runtime.sendMessage({ verb: 'jobs.cancel', question: { jobId: id } }),
    jobId,
  );
  await waitForEnd(window, jobId);
  await panel.close();
  return { shownMs, takenUpMs };
}

async function startJob({ session, window }: Product, page: Page, photos: PhotoPage): Promise<string> {
  const known = new Set((await readJobs(window)).map(({ id }) => id));
  await grantActiveTab(session, page);
  const srcUrl = await page.locator(photos.target(0)).evaluate((picture: HTMLImageElement) => picture.src);
  const click = { menuItemId: 'preset:builtin.film-noir', mediaType: 'image', srcUrl } as const;
  await dispatchMenuClick(session, page, click);
  return (await waitForNewJob(window, known)).id;
}

function looks(standIn: StandIn): number {
  const counts = Object.entries(standIn.requests()).filter(([name]) => name.startsWith('GET /api/run/'));
  return counts.reduce((total, [, count]) => total + count, 0);
}

/** Runs in the panel: milliseconds since it began to open, when the card of the run can be read. */
function untilShown(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const card = document.querySelector('article[data-state="running"]');
      if (card?.textContent?.includes('Restyling')) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });
}

function readingsOf(resumed: readonly Resumed[]): Reading[] {
  const reading = (label: string, samples: readonly number[]): Reading => ({
    ...{ label, value: median(samples), unit: 'ms', goal: goalMs },
    details: `${inWords(samples, 'ms')}, ${samples.length} deaths`,
  });
  return [
    reading(
      'its state shown',
      resumed.map(({ shownMs }) => shownMs),
    ),
    reading(
      'its run looked at again',
      resumed.map(({ takenUpMs }) => takenUpMs),
    ),
  ];
}
