import type { Figure } from '../figure.ts';
import { withImagePage } from '../image-page.ts';
import { sum } from '../statistics.ts';

export const bytesUp: Figure = {
  name: 'bytes-up',
  measures:
    'Bytes that are uploaded of 12-megapixel photographs (JPEG of quality 92, made of the fixtures by enlarging and ' +
    'seeded noise), all together, against the files themselves.',
  async measure(workshop) {
    const photographs = await workshop.photographs();
    const uploaded: number[] = [];
    await withImagePage(async ({ prepare }) => {
      for (const { bytes } of photographs) uploaded.push((await prepare(bytes)).sizeBytes);
    });
    const [before, after] = [sum(photographs.map(({ bytes }) => bytes.length)), sum(uploaded)];
    const kilobytes = (bytes: number) => `${Math.round(bytes / photographs.length / 1024)} KB`;
    const details = `${kilobytes(before)} became ${kilobytes(after)} on average of ${photographs.length}`;
    return [{ label: 'bytes, uploaded / original', value: after / before, unit: 'x', goal: 0.12, details }];
  },
};
