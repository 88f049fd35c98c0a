/**
 * `npm run newcomer [-- --film]`: from a cold profile through install to the first picture, by each way in: how long
 * it takes and how often the mouse is pressed. With `--film` a minute of the product is filmed as well, and becomes `docs/demo.webm`.
 */
import { parseArgs } from 'node:util';
import { startStandIn } from '../../tests/stand-in/stand-in.ts';
import { startDisplay } from '../browser/display.ts';
import { buildIfStale } from '../build/if-stale.ts';
import { makeFilm } from './make-film.ts';
import { runNewcomer } from './newcomer.ts';
import { sampleWay, teamWay } from './ways.ts';

const { values: flags } = parseArgs({ options: { film: { type: 'boolean', default: false } } });
const mostSeconds = 120;
const mostClicks = 6;
const presetId = 'builtin.watercolour';

await buildIfStale(['chrome']);
const standIn = await startStandIn({
  timing: { queueMs: 50, coldStartMs: 50, runMs: 1_500, archiveMs: 50 },
  megapixels: 0.3,
});
const ways = [
  { name: 'a team’s setup, at the stand-in', way: teamWay(standIn) },
  { name: 'sample looks on this device', way: sampleWay },
];
try {
  const display = await startDisplay();
  for (const { name, way } of ways) {
    const { seconds, clicks } = await runNewcomer({ display, way, presetId });
    const isGood = seconds <= mostSeconds && clicks <= mostClicks;
    console.log(
      `${isGood ? 'ok ' : 'NOT'} ${name}: ${seconds.toFixed(1)} s (${mostSeconds}), ${clicks} clicks (${mostClicks})`,
    );
    if (!isGood) process.exitCode = 1;
  }
  await display.stop();
  if (flags.film) await makeFilm(standIn);
} finally {
  await standIn.close();
}
