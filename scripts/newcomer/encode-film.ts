import type { Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findChromium } from '../setup/find-browsers.mjs';
import type { Frame } from './film.ts';

/** Waiting is not worth watching. */
const longestMs = 820;
const cardMs = 2_400;
const mostMs = 56_000;
/** The recorder takes a good tenth more than it is asked for. */
const wantedBytes = 2_900_000;
const captionPx = 64;

type Shown = { url: string | null; caption: string; forMs: number };

/** The frames as a WebM, made by the browser's own recorder: playing it takes as long as the film does. */
export async function encodeFilm(frames: readonly Frame[]): Promise<Buffer> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium to make the film with.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto('about:blank');
    const bitsPerSecond = Math.round((wantedBytes * 8) / lengthSeconds(frames));
    return Buffer.from(await record(page, shownOf(frames), bitsPerSecond), 'base64');
  } finally {
    await browser.close();
  }
}

export function lengthSeconds(frames: readonly Frame[]): number {
  return shownOf(frames).reduce((sum, { forMs }) => sum + forMs, 0) / 1000;
}

function shownOf(frames: readonly Frame[]): Shown[] {
  const shown = frames.map(({ picture, caption, atMs }, index) => {
    if (!picture) return { url: null, caption, forMs: cardMs };
    const lastedMs = (frames[index + 1]?.atMs ?? atMs + longestMs) - atMs;
    const url = `data:image/jpeg;base64,${picture.toString('base64')}`;
    return { url, caption, forMs: Math.min(Math.max(lastedMs, 100), longestMs) };
  });
  // A slow machine plays slowly; the film lasts its minute.
  const lastsMs = shown.reduce((sum, { forMs }) => sum + forMs, 0);
  const faster = Math.min(1, mostMs / lastsMs);
  return shown.map((each) => ({ ...each, forMs: each.url === null ? each.forMs : each.forMs * faster }));
}

function record(page: Page, shown: readonly Shown[], bitsPerSecond: number): Promise<string> {
  return page.evaluate(recordInPage, { frames: [...shown], bitsPerSecond, captionPx });
}

type Recording = { frames: Shown[]; bitsPerSecond: number; captionPx: number };

/** Runs in the page, and sees nothing but its argument. */
async function recordInPage({ frames, bitsPerSecond, captionPx }: Recording): Promise<string> {
  const pictures: (ImageBitmap | null)[] = [];
  for (const { url } of frames)
    pictures.push(url === null ? null : await createImageBitmap(await (await fetch(url)).blob()));
  const first = pictures.find((picture) => picture !== null);
  const [width, height] = [first?.width ?? 0, (first?.height ?? 0) + captionPx];
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  const draw = (picture: ImageBitmap | null, caption: string) => {
    if (!context) return;
    context.fillStyle = '#171816';
    context.fillRect(0, 0, width, height);
    if (picture) context.drawImage(picture, 0, 0);
    context.fillStyle = '#ffffff';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.font = `600 ${picture ? 24 : 40}px system-ui, sans-serif`;
    const lines = caption.split('\n');
    const middle = picture ? height - captionPx / 2 : height / 2;
    for (const [at, line] of lines.entries()) {
      if (at > 0) context.font = '400 24px system-ui, sans-serif';
      context.fillText(line, width / 2, middle + (at - (lines.length - 1) / 2) * 56);
    }
  };
  const recorder = new MediaRecorder(canvas.captureStream(10), {
    mimeType: 'video/webm;codecs=vp9',
    videoBitsPerSecond: bitsPerSecond,
  });
  const pieces: Blob[] = [];
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  const stopped = new Promise((resolve) => {
    recorder.onstop = resolve;
  });
  recorder.start();
  for (const [index, { forMs, caption }] of frames.entries()) {
    const untilMs = performance.now() + forMs;
    // A canvas that is drawn anew is a frame; the recorder makes none of one that stands still.
    do {
      draw(pictures[index] ?? null, caption);
      await new Promise((resolve) => setTimeout(resolve, 50));
    } while (performance.now() < untilMs);
  }
  recorder.stop();
  await stopped;
  const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
