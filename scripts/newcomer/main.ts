/**
 * `npm run newcomer [-- --film]`: from a cold profile through install to the first picture, by each way in: how long
 * it takes and how often the mouse is pressed. With `--film` it is done slowly as well, and becomes `docs/demo.webm`.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startStandIn } from '../../tests/stand-in/stand-in.ts';
import { startDisplay } from '../browser/display.ts';
import { buildIfStale } from '../build/if-stale.ts';
import { root } from '../build/run.ts';
import { encodeFilm, lengthSeconds } from './encode-film.ts';
import { type Frame, filmDisplay, withFilmDir } from './film.ts';
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
  if (flags.film) await makeFilm();
} finally {
  await standIn.close();
}

async function makeFilm(): Promise<void> {
  const frames: Frame[] = [];
  for (const { way } of ways) frames.push(...(await withFilmDir((filmDir) => filmOf(way, filmDir))));
  const film = await encodeFilm(frames);
  await writeFile(`${root}docs/demo.webm`, film);
  console.log(`docs/demo.webm: ${lengthSeconds(frames).toFixed(0)} s, ${Math.round(film.length / 1024)} KB`);
}

/** Rolls from when the page stands to a while after the picture is there. */
async function filmOf(way: (typeof ways)[number]['way'], filmDir: string): Promise<Frame[]> {
  const display = await startDisplay({ filmDir });
  let film: ReturnType<typeof filmDisplay> | null = null;
  const frames: Frame[] = [];
  await runNewcomer({
    display,
    presetId,
    paceMs: 900,
    way: async (page, hand) => {
      await page.bringToFront();
      film = filmDisplay(filmDir);
      await way(page, hand);
    },
    onDone: async (page) => {
      await page.waitForTimeout(2_500);
      frames.push(...((await film?.cut()) ?? []));
    },
  });
  await display.stop();
  return frames;
}
