import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { sniffMimeType } from '#shared/images/sniff.ts';
import { stripMetadata } from '#shared/images/strip.ts';
import type { Figure } from '../figure.ts';
import { type ImagePage, openImagePage } from '../image-page.ts';
import { smallPhotographs } from '../photographs.ts';
import { mean, sum } from '../statistics.ts';

export const bytesUp: Figure = {
  name: 'bytes-up',
  measures:
    'Bytes that are uploaded of 12-megapixel photographs, all together, against the files themselves.',
  async measure(workshop) {
    const photographs = await workshop.photographs();
    const originals = photographs.map(({ bytes }) => bytes);
    const uploaded = await withPage((page) => sizesOf(page, originals));
    const value = sum(uploaded) / sum(originals.map(({ length }) => length));
    const details = `${kilobytes(mean(originals.map(({ length }) => length)))} became ${kilobytes(mean(uploaded))} on average`;
    return [{ label: 'bytes, uploaded / original', value, unit: 'x', goal: 0.12, details }];
  },
};

export const smallPictures: Figure = {
  name: 'small-pictures',
  measures:
    'Bytes that are uploaded of pictures below the workflow’s input size, against the file without its metadata: ' +
    'the worst of the fixtures’ photographs as they are, and as JPEG of quality 50, 75 and 92 and PNG at 480 pixels.',
  async measure() {
    const pictures = await makeSmallPictures();
    const uploaded = await withPage((page) =>
      sizesOf(
        page,
        pictures.map(({ bytes }) => bytes),
      ),
    );
    const ratios = pictures.map(({ bytes, name }, index) => ({
      name,
      ratio: (uploaded[index] ?? 0) / strippedLength(bytes),
    }));
    const worst = ratios.reduce((a, b) => (b.ratio > a.ratio ? b : a));
    const details = `worst of ${ratios.length}: ${worst.name}; all together ${mean(ratios.map(({ ratio }) => ratio)).toFixed(2)} x`;
    return [
      { label: 'bytes, uploaded / stripped original', value: worst.ratio, unit: 'x', goal: 1, details },
    ];
  },
};

async function withPage<T>(work: (page: ImagePage) => Promise<T>): Promise<T> {
  const page = await openImagePage();
  return work(page).finally(() => page.close());
}

async function sizesOf(page: ImagePage, pictures: readonly Uint8Array[]): Promise<number[]> {
  const sizes: number[] = [];
  for (const picture of pictures) sizes.push((await page.prepare(picture)).sizeBytes);
  return sizes;
}

type Named = { name: string; bytes: Uint8Array<ArrayBuffer> };

async function makeSmallPictures(): Promise<Named[]> {
  const pictures: Named[] = [];
  for (const path of await smallPhotographs()) {
    const file = path.split('/').at(-1) ?? path;
    const small = () => sharp(path).resize(480);
    pictures.push({ name: file, bytes: new Uint8Array(await readFile(path)) });
    pictures.push({ name: `${file} as PNG`, bytes: new Uint8Array(await small().png().toBuffer()) });
    for (const quality of [50, 75, 92]) {
      const bytes = new Uint8Array(await small().jpeg({ quality }).toBuffer());
      pictures.push({ name: `${file} as JPEG ${quality}`, bytes });
    }
  }
  return pictures;
}

function strippedLength(bytes: Uint8Array<ArrayBuffer>): number {
  return (stripMetadata(bytes, sniffMimeType(bytes) ?? '') ?? bytes).length;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} KB`;
}
