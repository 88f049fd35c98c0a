import { writeFile } from 'node:fs/promises';
import { startDisplay } from '../browser/display.ts';
import { root } from '../build/run.ts';
import type { Server } from '../product/connect.ts';
import { encodeFilm, lengthSeconds } from './encode-film.ts';
import { type Frame, filmDisplay, withFilmDir } from './film.ts';
import { install } from './newcomer.ts';
import { tellStory } from './story.ts';

const mostBytes = 4 * 1024 * 1024;

const opening: Frame = {
  picture: null,
  caption: 'Restyle\nAny picture on the web, in your team’s looks',
  atMs: 0,
};
const ending: Frame = {
  picture: null,
  caption: 'Restyle\nTry it on this device first: free, no account',
  atMs: 0,
};

/** Plays the product once, slowly, on a screen of its own, and writes what was to be seen to `docs/demo.webm`. */
export async function makeFilm(server: Server): Promise<void> {
  const played = await withFilmDir((filmDir) => play(server, filmDir));
  const frames = [opening, ...played, ending];
  const film = await encodeFilm(frames);
  if (film.length > mostBytes) throw new Error(`The film has ${film.length} bytes, ${mostBytes} allowed.`);
  await writeFile(`${root}docs/demo.webm`, film);
  const lasts = lengthSeconds(frames).toFixed(0);
  console.log(`docs/demo.webm: ${lasts} s, ${Math.round(film.length / 1024)} KB`);
}

async function play(server: Server, filmDir: string): Promise<Frame[]> {
  const display = await startDisplay({ filmDir });
  const { session, page } = await install(display);
  try {
    // The one a browser begins with.
    await session.context.pages()[0]?.close();
    await page.bringToFront();
    const film = filmDisplay(filmDir);
    await tellStory({ session, page, film, server }).finally(() => film.stop());
    return film.frames;
  } finally {
    await session.close();
    await display.stop();
  }
}
