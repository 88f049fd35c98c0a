import type { Use } from '#shared/history/entry.ts';
import { type FileKind, resultFile } from '#shared/history/result-file.ts';
import { fileNameFor } from '#shared/images/file-name.ts';
import type { Job } from '#shared/jobs/job.ts';
import { copyPicture } from '#shared/web/copy-picture.ts';
import { saveFile } from '#shared/web/save-file.ts';
import { ask } from '../../messaging.ts';
import type { JobReader } from './remote-reader.ts';

function noteUse(job: Job, use: Use): void {
  void ask('history.used', { jobId: job.id, use }).catch(() => {});
}

/** Saves a result as a file; answers the file's name. */
export async function downloadResult(
  job: Job,
  { blobs }: JobReader,
  kind: FileKind = 'noted',
): Promise<string> {
  const name = saveFile(await resultFile(job, blobs, kind));
  noteUse(job, 'downloaded');
  return name;
}

/** Puts a result on the clipboard; as the first statement of a click's handler. */
export async function copyResult(job: Job, { blobs }: JobReader): Promise<void> {
  await copyPicture(resultFile(job, blobs, 'noted'));
  noteUse(job, 'copied');
}

/** Saves a picture given as a `data:` address; answers the file's name. */
export function downloadDataUrl(dataUrl: string, name: string): string {
  const link = document.createElement('a');
  link.href = dataUrl;
  link.download = fileNameFor(name, 'png');
  link.click();
  return link.download;
}
