import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';

/** One look of the screen, from when on it was so, and what is said below it. Without a picture what is said stands alone. */
export type Frame = { picture: Buffer | null; caption: string; atMs: number };

export type Film = ReturnType<typeof filmDisplay>;

const everyMs = 100;
const widthPx = 960;

/**
 * Films a display through the file that Xvfb keeps its pixels in, menus and the pointer included. The file
 * is an X window dump: https://www.x.org/releases/X11R7.7/doc/man/man1/xwd.1.xhtml, `XWDFile.h`.
 */
export function filmDisplay(filmDir: string) {
  const frames: Frame[] = [];
  let isRolling = true;
  let caption = '';
  const roll = async () => {
    let last = Buffer.alloc(0);
    while (isRolling) {
      const atMs = performance.now();
      const dump = await readFile(join(filmDir, 'Xvfb_screen0'));
      if (!dump.equals(last)) frames.push({ picture: await pictureOf(dump), caption, atMs });
      last = dump;
      await sleep(everyMs);
    }
  };
  const rolling = roll();
  return {
    /** From now on, until something else is said. */
    say(words: string): void {
      caption = words;
      const picture = frames.at(-1)?.picture ?? null;
      if (picture) frames.push({ picture, caption, atMs: performance.now() });
    },
    frames,
    async stop(): Promise<void> {
      isRolling = false;
      await rolling;
    },
  };
}

export async function withFilmDir<T>(work: (filmDir: string) => Promise<T>): Promise<T> {
  const filmDir = await mkdtemp(join(tmpdir(), 'restyle-film-'));
  try {
    return await work(filmDir);
  } finally {
    await rm(filmDir, { recursive: true, force: true });
  }
}

/** Header fields are big-endian 32-bit numbers; pixels are blue, green, red and one byte of nothing. */
async function pictureOf(dump: Buffer): Promise<Buffer> {
  const field = (index: number) => dump.readUInt32BE(index * 4);
  const [headerBytes, width, height, bytesPerLine, colours] = [0, 4, 5, 12, 19].map(field);
  const pixels = dump.subarray((headerBytes ?? 0) + (colours ?? 0) * 12);
  const raw = { width: (bytesPerLine ?? 0) / 4, height: height ?? 0, channels: 4 } as const;
  return sharp(withRedFirst(pixels), { raw })
    .extract({ left: 0, top: 0, width: width ?? 0, height: height ?? 0 })
    .removeAlpha()
    .resize({ width: widthPx })
    .jpeg({ quality: 92 })
    .toBuffer();
}

function withRedFirst(pixels: Buffer): Buffer {
  const turned = Buffer.from(pixels);
  for (let at = 0; at + 3 < turned.length; at += 4) {
    turned[at] = pixels[at + 2] ?? 0;
    turned[at + 2] = pixels[at] ?? 0;
    turned[at + 3] = 255;
  }
  return turned;
}
