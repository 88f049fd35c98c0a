import { AppError } from '#shared/errors/app-error.ts';
import type { Use } from '#shared/history/entry.ts';
import { noteOf, withRecipeNote } from '#shared/history/recipe-note.ts';
import { fileNameFor } from '#shared/images/file-name.ts';
import type { Job } from '#shared/jobs/job.ts';
import { findPreset } from '#shared/presets/find-preset.ts';
import { ask } from '../../messaging.ts';
import type { JobReader } from './remote-reader.ts';

/** Preset and picture, as a person would name the job. */
export function titleOf({ recipe, context }: Job): string {
  const how =
    context.presetName ?? findPreset(recipe.presetId)?.name ?? (recipe.prompt.slice(0, 40) || 'Restyle');
  return `${how} · ${context.label}`;
}

/** `noted` carries its recipe and the mark of AI; `clean` nothing but the pixels. */
export type FileKind = 'noted' | 'clean';

async function resultBlob(job: Job, { blobs }: JobReader, kind: FileKind): Promise<Blob> {
  const stored = job.stage.name === 'done' ? await blobs.get(job.stage.result.key) : null;
  if (!stored) throw new AppError('picture-lost', 'The result is no longer stored');
  const bytes = kind === 'clean' ? stored.bytes : withRecipeNote(stored.bytes, noteOf(job));
  return new Blob([bytes], { type: stored.mimeType });
}

function noteUse(job: Job, use: Use): void {
  void ask('history.used', { jobId: job.id, use }).catch(() => {});
}

/** Saves a result through a link, which needs no permission; answers the file's name. */
export async function downloadResult(
  job: Job,
  services: JobReader,
  kind: FileKind = 'noted',
): Promise<string> {
  const url = URL.createObjectURL(await resultBlob(job, services, kind));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileNameFor(titleOf(job).replace(' · ', ' '), 'png');
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  noteUse(job, 'downloaded');
  return link.download;
}

/**
 * Puts a result on the clipboard as PNG. The promise goes in unresolved: Safari-like rules bind it to the
 * click. Chromium copies the pixels alone, whatever else the file carries.
 */
export async function copyResult(job: Job, services: JobReader): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': resultBlob(job, services, 'noted') })]);
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
