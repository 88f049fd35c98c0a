import { AppError } from '#shared/errors/app-error.ts';
import { fileNameFor } from '#shared/images/file-name.ts';
import type { Job } from '#shared/jobs/job.ts';
import { findPreset } from '#shared/presets/find-preset.ts';
import type { JobReader } from './remote-reader.ts';

/** Preset and picture, as a person would name the job. */
export function titleOf({ recipe, context }: Job): string {
  const how = findPreset(recipe.presetId)?.name ?? (recipe.prompt.slice(0, 40) || 'Restyle');
  return `${how} · ${context.label}`;
}

async function resultBlob(job: Job, { blobs }: JobReader): Promise<Blob> {
  const stored = job.stage.name === 'done' ? await blobs.get(job.stage.result.key) : null;
  if (!stored) throw new AppError('picture-lost', 'The result is no longer stored');
  return new Blob([stored.bytes], { type: stored.mimeType });
}

/** Saves a result through a link, which needs no permission; answers the file's name. */
export async function downloadResult(job: Job, services: JobReader): Promise<string> {
  const url = URL.createObjectURL(await resultBlob(job, services));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileNameFor(titleOf(job).replace(' · ', ' '), 'png');
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return link.download;
}

/** Puts a result on the clipboard as PNG. The promise goes in unresolved: Safari-like rules bind it to the click. */
export async function copyResult(job: Job, services: JobReader): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': resultBlob(job, services) })]);
}

/** Saves a picture given as a `data:` address; answers the file's name. */
export function downloadDataUrl(dataUrl: string, name: string): string {
  const link = document.createElement('a');
  link.href = dataUrl;
  link.download = fileNameFor(name, 'png');
  link.click();
  return link.download;
}
