import sharp from 'sharp';
import { expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import { createDrive, type RunnerDeps, type Workflow } from '#shared/jobs/drive.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { InputOrder, PrepareElsewhere } from '#shared/jobs/prepared-input.ts';
import { prepare } from '#shared/jobs/steps/prepare.ts';
import { createMemoryBlobStore } from '#shared/storage/memory.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';
import { createSharpCodec } from '../../fakes/sharp-codec.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';

const made = {
  inputKey: 'sha256-there',
  inputMimeType: 'image/jpeg',
  sizeBytes: 9,
  transparentRatio: 0,
} as const;

/** A job whose picture is said to be of this size, with what is written down of it and asked elsewhere. */
async function stage(widthPx: number, answer: PrepareElsewhere) {
  const source = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#123' } })
    .png()
    .toBuffer();
  const blobs = createMemoryBlobStore();
  const sourceKey = await blobs.put({ bytes: new Uint8Array(source), mimeType: 'image/png' });
  const written: Job[] = [];
  const orders: InputOrder[] = [];
  const deps = {
    clock: createVirtualClock(),
    codec: createSharpCodec(),
    journal: { put: async (job: Job) => void written.push(job) },
    blobs,
    workflow: async () => ({ description: { scaling: 'kontext' }, prices: {} }) as unknown as Workflow,
    prepareElsewhere: async (order: InputOrder) => {
      orders.push(order);
      return answer(order);
    },
  } as unknown as RunnerDeps;
  const job = jobIn({ name: 'created' });
  const [recipe, context] = [
    { ...job.recipe, sourceKey },
    { ...job.context, widthPx, heightPx: 3000 },
  ];
  const drive = createDrive({ ...job, recipe, context }, deps);
  return { sourceKey, written, orders, run: () => prepare(drive, deps) };
}

const stages = (written: readonly Job[]) => written.map(({ stage: { name } }) => name);

it('a large picture is prepared elsewhere, once that it is being prepared is written down', async () => {
  const { sourceKey, written, orders, run } = await stage(4000, async () => made);
  await run();
  expect(orders).toEqual([{ sourceKey, isFramed: true }]);
  expect(stages(written)).toEqual(['preparing', 'uploading']);
  expect(written.at(-1)?.stage).toMatchObject({ inputKey: 'sha256-there', sizeBytes: 9 });
});

it('is prepared here where nobody else does it', async () => {
  const { written, orders, run } = await stage(4000, async () => null);
  await run();
  expect(orders).toHaveLength(1);
  expect(written.at(-1)?.stage).toMatchObject({ name: 'uploading', inputMimeType: 'image/png' });
});

it('nobody is asked for a small one', async () => {
  const { written, orders, run } = await stage(600, async () => made);
  await run();
  expect(orders).toEqual([]);
  expect(written.at(-1)?.stage).toMatchObject({ inputMimeType: 'image/png' });
});

it('what is wrong with the picture is not tried again here', async () => {
  const { written, run } = await stage(4000, async () => {
    throw new AppError('picture-unsupported', 'broken');
  });
  await expect(run()).rejects.toMatchObject({ code: 'picture-unsupported' });
  expect(stages(written)).toEqual(['preparing']);
});
