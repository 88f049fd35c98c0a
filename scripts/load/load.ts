import { isFinished, type Job } from '#shared/jobs/job.ts';
import type { StoredBlob } from '#shared/ports.ts';
import { createMemoryBlobStore, createMemoryJournal } from '#shared/storage/memory.ts';
import { type CoreOptions, createCore, type Disk } from '../../tests/fakes/core.ts';
import { type StandIn, startStandIn } from '../../tests/stand-in/stand-in.ts';
import { addFaults } from './bad-days.ts';

export type LoadOrder = {
  people: number;
  pictures: number;
  /** Whether requests are lost, cut and refused on the way. */
  withFaults: boolean;
  /** How long a run takes on the stand-in's GPU, in milliseconds. */
  runMs: number;
  megapixels: number;
  clock?: CoreOptions['clock'];
  /** Another picture than a photograph, by its number. */
  pictureOf?: (number: number) => Promise<StoredBlob>;
};

export type LoadResult = {
  jobs: readonly Job[];
  /** Milliseconds from a person's press to the result, of each job that has one. */
  tookMs: readonly number[];
  faults: number;
  runs: number;
  /** Runs beyond one for each job. */
  duplicates: number;
  requests: number;
  elapsedMs: number;
};

const photos = ['coffee.png', 'chelsea.png', 'astronaut.png', 'rocket.jpg', 'hubble_deep_field.jpg'];
/** As many containers as a team's plan has. */
const concurrencyLimit = 10;
/** Pictures that one person has under way at a time. */
const slots = 4;

/** A team at work: everyone restyles their pictures at the same time, against one server. */
export async function runLoad(order: LoadOrder): Promise<LoadResult> {
  const { runMs, megapixels } = order;
  const timing = { queueMs: 5, coldStartMs: 20, runMs, archiveMs: 0 };
  const standIn = await startStandIn({ timing, megapixels, concurrencyLimit });
  try {
    const shares = sharesOf(order);
    const cores = await Promise.all(shares.map(() => openPerson(standIn, order)));
    const before = countRequests(standIn);
    const faults = order.withFaults ? addFaults(standIn, order.pictures) : 0;
    const startMs = performance.now();
    const done = await Promise.all(cores.map((core, person) => work(core, shares[person] ?? [], order)));
    const finished = done.flat();
    return {
      jobs: finished.map(({ job }) => job),
      tookMs: finished.filter(({ job }) => job.stage.name === 'done').map(({ tookMs }) => tookMs),
      faults,
      ...countRuns(standIn, finished.length),
      requests: countRequests(standIn) - before,
      elapsedMs: performance.now() - startMs,
    };
  } finally {
    await standIn.close();
  }
}

/** The numbers of the pictures that each person has. */
function sharesOf({ people, pictures }: LoadOrder): number[][] {
  const numbers = Array.from({ length: pictures }, (_, index) => index);
  return Array.from({ length: people }, (_, person) => numbers.filter((index) => index % people === person));
}

type Person = Awaited<ReturnType<typeof openPerson>>;

async function openPerson(standIn: StandIn, { clock }: LoadOrder) {
  const disk: Disk = { journal: createMemoryJournal(), blobs: createMemoryBlobStore() };
  return createCore(standIn, disk, clock ? { clock } : {});
}

type Worked = { job: Job; tookMs: number };

/** A person's pictures, as many at a time as the product sends of a batch. */
async function work(core: Person, numbers: readonly number[], order: LoadOrder): Promise<Worked[]> {
  const waiting = [...numbers];
  const worked: Worked[] = [];
  const refill = async () => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift())
      worked.push(await restyle(core, number, order));
  };
  await Promise.all(Array.from({ length: slots }, refill));
  return worked;
}

async function restyle(core: Person, number: number, { pictureOf }: LoadOrder): Promise<Worked> {
  const request = await core.request(photos[number % photos.length]);
  const recipe = { ...request.recipe, seed: number + 1 };
  const source = (await pictureOf?.(number)) ?? request.source;
  const startMs = performance.now();
  const { id } = await core.runner.start({ ...request, recipe, source });
  const job = await core.end(id);
  return { job, tookMs: performance.now() - startMs };
}

function countRuns(standIn: StandIn, jobs: number): { runs: number; duplicates: number } {
  const nonces = standIn.ledger().map(({ inputs }) => inputs.restyle_nonce);
  return { runs: nonces.length, duplicates: nonces.length - Math.min(new Set(nonces).size, jobs) };
}

function countRequests(standIn: StandIn): number {
  return Object.values(standIn.requests()).reduce((total, count) => total + count, 0);
}

/** Whether every job has its picture, of one run of its own. */
export function isExact({ jobs, runs, duplicates }: LoadResult): boolean {
  const areDone = jobs.every((job) => isFinished(job) && job.stage.name === 'done');
  return areDone && runs === jobs.length && duplicates === 0;
}
