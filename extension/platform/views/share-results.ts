import { type FileKind, type ResultFile, resultFile } from '#shared/history/result-file.ts';
import { sharingWords as words } from '#shared/i18n/en/sharing.ts';
import type { Job } from '#shared/jobs/job.ts';
import { mostShared, shareFiles } from '#shared/web/share-files.ts';
import { ask } from '../../messaging.ts';
import type { JobReader } from './remote-reader.ts';

/**
 * Hands results to other apps, as the files that downloads are. What was read is kept, so that a press that came too
 * early is followed by one that opens the sheet at once. Answers what came of it, as a sentence; `null` where the
 * person thought better of it.
 */
export function createSharer({ blobs }: Pick<JobReader, 'blobs'>) {
  let ready: { of: string; files: readonly ResultFile[] } | null = null;

  async function read(jobs: readonly Job[], kind: FileKind): Promise<readonly ResultFile[]> {
    const of = [kind, ...jobs.map(({ id }) => id)].join();
    if (ready?.of !== of) {
      const files = await Promise.all(jobs.map((job) => resultFile(job, blobs, kind)));
      ready = { of, files: namedApart(files) };
    }
    return ready.files;
  }

  return async (jobs: readonly Job[], kind: FileKind = 'noted'): Promise<string | null> => {
    if (jobs.length > mostShared) return words.tooMany(mostShared);
    const sharing = await shareFiles(await read(jobs, kind));
    if (sharing === 'unpressed') return words.pressAgain;
    ready = null;
    if (sharing === 'dismissed') return null;
    for (const { id } of jobs) void ask('history.used', { jobId: id, use: 'downloaded' }).catch(() => {});
    return words.shared;
  };
}

/** Apps put files of one name over one another. */
function namedApart(files: readonly ResultFile[]): ResultFile[] {
  const known = new Map<string, number>();
  return files.map((file) => {
    const count = (known.get(file.name) ?? 0) + 1;
    known.set(file.name, count);
    return count === 1 ? file : { ...file, name: file.name.replace(/(?=\.\w+$)/, ` ${count}`) };
  });
}
