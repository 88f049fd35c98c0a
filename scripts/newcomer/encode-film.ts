import type { Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findChromium } from '../setup/find-browsers.mjs';
import type { Frame } from './film.ts';

/** Waiting is not worth watching. */
const longestMs = 1_600;
const bitsPerSecond = 450_000;

type Shown = { url: string; forMs: number };

/** The frames as a WebM, made by the browser's own recorder: playing it takes as long as the film does. */
export async function encodeFilm(frames: readonly Frame[]): Promise<Buffer> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium to make the film with.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto('about:blank');
    return Buffer.from(await record(page, shownOf(frames)), 'base64');
  } finally {
    await browser.close();
  }
}

export function lengthSeconds(frames: readonly Frame[]): number {
  return shownOf(frames).reduce((sum, { forMs }) => sum + forMs, 0) / 1000;
}

function shownOf(frames: readonly Frame[]): Shown[] {
  return frames.map(({ picture, atMs }, index) => {
    const lastedMs = (frames[index + 1]?.atMs ?? atMs + longestMs) - atMs;
    const url = `data:image/jpeg;base64,${picture.toString('base64')}`;
    return { url, forMs: Math.min(Math.max(lastedMs, 40), longestMs) };
  });
}

function record(page: Page, shown: readonly Shown[]): Promise<string> {
  return page.evaluate(
    async ({ frames, videoBitsPerSecond }) => {
      const pictures: ImageBitmap[] = [];
      for (const { url } of frames) pictures.push(await createImageBitmap(await (await fetch(url)).blob()));
      const [first] = pictures;
      const canvas = Object.assign(document.createElement('canvas'), {
        width: first?.width ?? 0,
        height: first?.height ?? 0,
      });
      const context = canvas.getContext('2d');
      const recorder = new MediaRecorder(canvas.captureStream(25), {
        mimeType: 'video/webm;codecs=vp9',
        videoBitsPerSecond,
      });
      const pieces: Blob[] = [];
      recorder.ondataavailable = ({ data }) => pieces.push(data);
      const stopped = new Promise((resolve) => {
        recorder.onstop = resolve;
      });
      recorder.start();
      for (const [index, { forMs }] of frames.entries()) {
        const untilMs = performance.now() + forMs;
        // A canvas that is drawn anew is a frame; the recorder makes none of one that stands still.
        do {
          const picture = pictures[index];
          if (picture) context?.drawImage(picture, 0, 0);
          await new Promise((resolve) => setTimeout(resolve, 40));
        } while (performance.now() < untilMs);
      }
      recorder.stop();
      await stopped;
      const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    { frames: [...shown], videoBitsPerSecond: bitsPerSecond },
  );
}
