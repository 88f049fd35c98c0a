/**
 * `npm run bench [-- polling zip-size] [-- --json]`: the project's figures, each against its goal and, where it is a
 * ratio, against something measured in the same run.
 */
import { parseArgs } from 'node:util';
import type { Figure } from './figure.ts';
import { batches } from './figures/batches.ts';
import { bytesUp } from './figures/bytes-up.ts';
import { cacheOffer } from './figures/cache-offer.ts';
import { clickToQueued } from './figures/click-to-queued.ts';
import { galleryScroll } from './figures/gallery-scroll.ts';
import { history } from './figures/history.ts';
import { imagePreparation } from './figures/image-preparation.ts';
import { pluginSize } from './figures/plugin-size.ts';
import { pluginSteps } from './figures/plugin-steps.ts';
import { polling } from './figures/polling.ts';
import { popupPaint } from './figures/popup-paint.ts';
import { relay } from './figures/relay.ts';
import { resume } from './figures/resume.ts';
import { sampleLooks } from './figures/sample-looks.ts';
import { smallPictures } from './figures/small-pictures.ts';
import { untouchedPages } from './figures/untouched-pages.ts';
import { workerStart } from './figures/worker-start.ts';
import { zipSize } from './figures/zip-size.ts';
import { inJson, inWords, type Measured, missed } from './report.ts';
import { withinTime } from './within-time.ts';
import { openWorkshop } from './workshop.ts';

const figures: readonly Figure[] = [
  clickToQueued,
  imagePreparation,
  bytesUp,
  smallPictures,
  popupPaint,
  workerStart,
  untouchedPages,
  zipSize,
  pluginSize,
  pluginSteps,
  polling,
  sampleLooks,
  resume,
  history,
  galleryScroll,
  cacheOffer,
  batches,
  relay,
];

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});

try {
  await main(chosen(positionals));
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : error}`);
  // A browser that does not answer would keep the process.
  process.exit(1);
}

function chosen(names: readonly string[]): readonly Figure[] {
  const unknown = names.filter((name) => !figures.some((figure) => figure.name === name));
  const known = figures.map(({ name }) => name).join(', ');
  if (unknown.length > 0) throw new Error(`There is no figure ${unknown.join(', ')}, only ${known}`);
  return names.length === 0 ? figures : figures.filter(({ name }) => names.includes(name));
}

async function main(wanted: readonly Figure[]): Promise<void> {
  const workshop = await openWorkshop();
  const measured: Measured[] = [];
  try {
    for (const figure of wanted) {
      const one = { figure, readings: await withinTime(figure.name, figure.measure(workshop)) };
      measured.push(one);
      if (!values.json) console.log(inWords(one));
    }
  } finally {
    await workshop.close();
  }
  if (values.json) return console.log(inJson(measured));
  const short = missed(measured);
  console.log(short.length === 0 ? 'Every goal is met.' : `Short of their goal:\n  ${short.join('\n  ')}`);
}
