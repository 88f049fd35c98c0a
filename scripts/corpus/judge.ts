import sharp from 'sharp';
import { describeReceipt } from '#shared/capture/describe-receipt.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { Job } from '#shared/jobs/job.ts';
import { noSource } from '#shared/jobs/job-request.ts';
import { type CorpusCase, photo } from '../../tests/corpus/corpus-case.ts';
import { photograph } from '../../tests/corpus/server/photographs.ts';
import type { Outcome } from './outcome.ts';

/** Mean difference of colours, 0..255, up to which two small copies show the same photograph. */
const maxDifference = 24;

export type Captured = { job: Job; bytes: Buffer | null; hasAsked: boolean };

export type Verdict = Omit<Outcome, 'name' | 'browser' | 'mode'>;

/** Compares what was captured with what the page shows. */
export async function judge(
  { best, shows }: CorpusCase,
  { job, bytes, hasAsked }: Captured,
): Promise<Verdict> {
  const { receipt } = job.context;
  if (job.recipe.sourceKey === noSource || !receipt || !bytes) {
    const words = job.stage.name === 'failed' ? sentenceOf(job.stage.error) : 'Nothing was said.';
    return { ...nothing, isAsExpected: best === null, hasAsked, words };
  }
  const { route, widthPx, heightPx } = receipt;
  const bestRatio = best && Math.min((widthPx * heightPx) / (best.widthPx * best.heightPx), 1);
  const isRight = await showsPhoto(bytes, shows);
  const words = isRight ? describeReceipt(receipt) : `Another picture came out. ${describeReceipt(receipt)}`;
  return { isAsExpected: isRight && best !== null, route, widthPx, heightPx, bestRatio, hasAsked, words };
}

const nothing = { route: null, widthPx: 0, heightPx: 0, bestRatio: null } as const;

/** Where the test itself came to grief. */
export function accident(error: unknown): Verdict {
  const [line] = String(error).split('\n');
  return { ...nothing, isAsExpected: false, hasAsked: false, words: `accident: ${line}` };
}

function sentenceOf(error: Parameters<typeof errorWords>[0]): string {
  const { title, advice } = errorWords(error);
  return `${title}. ${advice}`;
}

/** Of a part, or one cut otherwise, the middle is compared. */
async function showsPhoto(bytes: Buffer, name: CorpusCase['shows']): Promise<boolean> {
  const whole = await photograph(photo(name, 300, 200).split('/').at(-1) ?? '');
  if (!whole) return false;
  const [found, wanted] = await Promise.all([smallCopy(bytes), smallCopy(whole.bytes)]);
  const sum = found.reduce((total, value, index) => total + Math.abs(value - (wanted[index] ?? 0)), 0);
  return sum / found.length <= maxDifference;
}

function smallCopy(bytes: Buffer): Promise<Buffer> {
  const upright = sharp(bytes, { failOn: 'none' }).autoOrient();
  return upright
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .resize(12, 8, { fit: 'fill' })
    .raw()
    .toBuffer();
}
