import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { root } from '../build/run.ts';
import type { Scheme } from './scene.ts';

/** A picture that the README or the guide shows. */
export type DocumentPicture = {
  fileName: string;
  /** Name of the scene it shows. */
  scene: string;
  widthPx: number;
  /** Two stand side by side. */
  schemes: readonly Scheme[];
  /** Picture pixels per CSS pixel. */
  density: number;
};

const folder = `${root}docs/pictures`;
const maxFolderBytes = 3 * 1024 * 1024;
const gapPx = 32;

export const documentPictures: readonly DocumentPicture[] = [
  { fileName: 'hero.webp', scene: 'hero', widthPx: 1680, schemes: ['light'], density: 1 },
  { fileName: 'popup.webp', scene: 'popup-running', widthPx: 380, schemes: ['light', 'dark'], density: 1.5 },
  { fileName: 'settings.webp', scene: 'settings-connect', widthPx: 900, schemes: ['light'], density: 1.5 },
  { fileName: 'figma.webp', scene: 'figma-placed', widthPx: 340, schemes: ['light', 'dark'], density: 1.5 },
];

/** Writes one picture of the documents from its shots, one a colour scheme. */
export async function writeDocumentPicture(fileName: string, shots: readonly Buffer[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  const picture = shots[1] ? await sideBySide(shots) : sharp(shots[0]);
  const path = `${folder}/${fileName}`;
  await writeFile(path, await picture.webp({ quality: 82, effort: 6 }).toBuffer());
  return path;
}

/** Removes what no document shows any more, and says so when the folder has grown too large for a clone. */
export async function tidyDocumentPictures(sheets: readonly string[]): Promise<void> {
  const used = [...documentPictures.map(({ fileName }) => fileName), ...sheets];
  const names = (await readdir(folder)).filter((name) => name.endsWith('.webp'));
  await Promise.all(names.filter((name) => !used.includes(name)).map((name) => rm(`${folder}/${name}`)));
  const sizes = await Promise.all(used.map((name) => stat(`${folder}/${name}`)));
  const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
  if (bytes > maxFolderBytes) throw new Error(`docs/pictures has ${bytes} bytes, ${maxFolderBytes} allowed`);
}

/** On a transparent ground, so that it stands on a light page and on a dark one. */
async function sideBySide(shots: readonly Buffer[]) {
  const sizes = await Promise.all(shots.map((shot) => sharp(shot).metadata()));
  const lefts = sizes.map((_, index) =>
    sizes.slice(0, index).reduce((left, { width }) => left + width + gapPx, 0),
  );
  const width = sizes.reduce((sum, size) => sum + size.width, gapPx * (sizes.length - 1));
  const height = Math.max(...sizes.map((size) => size.height));
  const ground = sharp({ create: { width, height, channels: 4, background: '#0000' } });
  return ground.composite(shots.map((input, index) => ({ input, left: lefts[index] ?? 0, top: 0 })));
}
