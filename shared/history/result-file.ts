import { AppError } from '#shared/errors/app-error.ts';
import { noteOf, withRecipeNote } from '#shared/history/recipe-note.ts';
import { fileNameFor } from '#shared/images/file-name.ts';
import type { Job } from '#shared/jobs/job.ts';
import { titleOf } from '#shared/jobs/title-of-job.ts';
import type { BlobStore, StoredBlob } from '#shared/ports.ts';

/** `noted` carries its recipe and the mark of AI; `clean` nothing but the pixels. */
export type FileKind = 'noted' | 'clean';

export type ResultFile = StoredBlob & { name: string };

/** A finished job's result as a file to be handed out. Raises `picture-lost` where there is none (any more). */
export async function resultFile(
  job: Job,
  blobs: Pick<BlobStore, 'get'>,
  kind: FileKind,
): Promise<ResultFile> {
  const stored = job.stage.name === 'done' ? await blobs.get(job.stage.result.key) : null;
  if (!stored) throw new AppError('picture-lost', 'The result is no longer stored');
  const bytes = kind === 'clean' ? stored.bytes : withRecipeNote(stored.bytes, noteOf(job));
  return { ...stored, bytes, name: fileNameFor(titleOf(job).replace(' · ', ' '), 'png') };
}
