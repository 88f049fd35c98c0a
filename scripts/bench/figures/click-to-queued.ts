import { fitArea } from '#shared/images/fit.ts';
import { kontextFrame } from '#shared/images/kontext-frame.ts';
import { kontextAreaPx } from '#shared/images/prepare.ts';
import { type StandIn, startStandIn } from '../../../tests/stand-in/stand-in.ts';
import { grantActiveTab } from '../../browser/active-tab.ts';
import { buildIfStale } from '../../build/if-stale.ts';
import { connect } from '../../product/connect.ts';
import { openProduct, type Product } from '../../product/open-product.ts';
import { type PhotoPage, servePhotoPage } from '../../product/photo-page.ts';
import { timeBareLoop } from '../bare-loop.ts';
import { type ClickedJob, clickAndWait } from '../clicked-job.ts';
import type { Figure, Reading } from '../figure.ts';
import { photographSize } from '../photographs.ts';
import { ratioOf, takeTurns } from '../side-by-side.ts';
import { median } from '../statistics.ts';

const timing = { queueMs: 0, coldStartMs: 0, runMs: 50, archiveMs: 0 };
const photographCount = 3;

const sourceSize = { widthPx: photographSize.width, heightPx: photographSize.height };
const uploadSize = kontextFrame(fitArea(sourceSize, kontextAreaPx));

export const clickToQueued: Figure = {
  name: 'click-to-queued',
  measures:
    'In the extension’s worker, a 12-megapixel photograph right-clicked on a page: from the job written down to the ' +
    'paid request, the stage that uploads taken out; journal, storage, checks and preparation are in it. Against a ' +
    'bare loop in the same worker on the same bytes: decode, scale to the same size, encode.',
  async measure(workshop) {
    await buildIfStale(['chrome']);
    const paths = (await workshop.photographs()).slice(0, photographCount).map(({ path }) => path);
    const [standIn, photos] = await Promise.all([
      startStandIn({ timing, megapixels: 0.05 }),
      servePhotoPage(paths),
    ]);
    const product = await openProduct();
    try {
      return await compare(product, standIn, photos);
    } finally {
      await product.close();
      await Promise.all([standIn.close(), photos.close()]);
    }
  },
};

async function compare(product: Product, standIn: StandIn, photos: PhotoPage): Promise<Reading[]> {
  await connect(product, standIn);
  const page = await product.session.context.newPage();
  await page.goto(photos.url);
  await grantActiveTab(product.session, page);
  const clicked: ClickedJob[] = [];
  const click = async (turn: number) => {
    const one = await clickAndWait(product, page, photos.target(turn % photographCount));
    clicked.push(one);
    return one.ownMs;
  };
  // Every photograph is stored once before the loop asks for it.
  for (let index = 0; index < photographCount; index++) await click(index);
  const sides = await takeTurns({
    warmUps: 2,
    rounds: 12,
    ours: click,
    theirs: (turn) => {
      const sourceKey = clicked[turn % photographCount]?.job.recipe.sourceKey ?? '';
      return timeBareLoop(product.session.worker, { ...uploadSize, sourceKey });
    },
  });
  return [ratioOf(sides, { label: 'time, ours / bare loop', goal: 1.1 }), ...partsOf(clicked)];
}

function partsOf(clicked: readonly ClickedJob[]): Reading[] {
  const part = (label: string, samples: readonly number[], details: string): Reading => ({
    ...{ label, value: median(samples), unit: 'ms', goal: null, details },
  });
  return [
    part(
      'of that, the picture itself',
      clicked.map(({ prepareMs }) => prepareMs),
      'source read from storage, prepared, stored; the rest is journal, key and connection',
    ),
    part(
      'before that, from the click to the job',
      clicked.map(({ captureMs }) => captureMs),
      'the page reads its own file and hands it over as text; the extension keeps it',
    ),
  ];
}
