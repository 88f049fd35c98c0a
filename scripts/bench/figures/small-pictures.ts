import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import sharp from 'sharp';
import { fitArea } from '#shared/images/fit.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import { kontextFrame } from '#shared/images/kontext-frame.ts';
import { kontextAreaPx } from '#shared/images/prepare.ts';
import { stripMetadata } from '#shared/images/strip.ts';
import type { Figure, Reading } from '../figure.ts';
import { withImagePage } from '../image-page.ts';
import { smallPhotographs } from '../photographs.ts';
import { mean } from '../statistics.ts';

type Picture = { name: string; bytes: Uint8Array<ArrayBuffer> };
type Sent = { name: string; ratio: number; isFramed: boolean };

export const smallPictures: Figure = {
  name: 'small-pictures',
  measures:
    'Bytes that are uploaded of pictures below the workflow’s input size, against the file without its metadata, the ' +
    'worst of all: the fixtures’ photographs as they are, and at 480 pixels as PNG and as JPEG of quality 50, 75, 92. ' +
    'One in a shape that the workflow would cut goes out with a frame around it, so never as it is.',
  async measure() {
    const sent: Sent[] = [];
    const pictures = await makePictures();
    await withImagePage(async ({ prepare }) => {
      for (const picture of pictures) sent.push(factsOf(picture, (await prepare(picture.bytes)).sizeBytes));
    });
    return [
      worstOf(
        sent.filter(({ isFramed }) => !isFramed),
        'uploaded / stripped, worst without frame',
      ),
      worstOf(
        sent.filter(({ isFramed }) => isFramed),
        'uploaded / stripped, worst with a frame',
      ),
    ];
  },
};

async function makePictures(): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const path of await smallPhotographs()) {
    const add = (how: string, bytes: Buffer) =>
      pictures.push({ name: `${basename(path)}${how}`, bytes: new Uint8Array(bytes) });
    const small = () => sharp(path).resize(480);
    add('', await readFile(path));
    add(' as PNG', await small().png().toBuffer());
    for (const quality of [50, 75, 92])
      add(` as JPEG ${quality}`, await small().jpeg({ quality }).toBuffer());
  }
  return pictures;
}

function factsOf({ name, bytes }: Picture, uploadedBytes: number): Sent {
  const { mimeType, widthPx, heightPx } = readPictureHeader(bytes);
  const stripped = stripMetadata(bytes, mimeType) ?? bytes;
  const size = fitArea({ widthPx, heightPx }, kontextAreaPx);
  const frame = kontextFrame(size);
  const isFramed = frame.widthPx !== size.widthPx || frame.heightPx !== size.heightPx;
  return { name, ratio: uploadedBytes / stripped.length, isFramed };
}

function worstOf(sent: readonly Sent[], label: string): Reading {
  const worst = sent.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  const average = mean(sent.map(({ ratio }) => ratio)).toFixed(2);
  const details = `${worst.name}; ${average} x on average of ${sent.length}`;
  return { label, value: worst.ratio, unit: 'x', goal: 1, details };
}
