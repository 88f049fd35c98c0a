import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Page } from 'playwright-core';
import type { Job } from '#shared/jobs/job.ts';
import { noSource } from '#shared/jobs/job-request.ts';
import type { ClickTarget } from '../browser/screen-point.ts';
import { root } from '../build/run.ts';
import type { Product } from '../product/open-product.ts';
import { servePhotoPage } from '../product/photo-page.ts';
import { captureForPanel, restyleByMenu, restyleByPanel } from '../product/restyle.ts';
import { readBlob, waitForEnd } from '../product/stored-jobs.ts';
import type { DemoOptions } from './arguments.ts';
import { canBeShown } from './can-be-shown.ts';
import { keepResult } from './keep-result.ts';
import { type ReportLine, type ReportPaths, reportOf, reportOfAccident, reportOfRefusal } from './report.ts';

export type Place = { input: string; page: Page; target: ClickTarget };
type Say = (line: string) => void;

export const outputFolder = `${root}dist/demo`;

/** Restyles each file on a page of photographs, by right-click; one line of report each. */
export async function runFiles(product: Product, files: readonly string[], options: DemoOptions, say: Say) {
  const photos = await servePhotoPage(files);
  const page = await product.session.context.newPage();
  await page.goto(photos.url);
  const lines: ReportLine[] = [];
  for (const [index, input] of files.entries()) {
    say(`${basename(input)}: ${(await canBeShown(input)) ? 'right-clicking it' : 'choosing it as a file'}`);
    const place = { input, page, target: { css: photos.target(index) } };
    const running = (await canBeShown(input))
      ? runPlace(product, place, options)
      : runFile(product, input, options);
    // One picture that gets nowhere must not cost the others their lines.
    lines.push(await running.catch((error: unknown) => reportOfAccident(input, error, product.rights)));
    say(`${basename(input)}: ${lines.at(-1)?.message}`);
  }
  await photos.close();
  return lines;
}

/** Restyles one element of any page. */
export async function runPage(
  product: Product,
  { url, target }: NonNullable<DemoOptions['page']>,
  options: DemoOptions,
) {
  const page = await product.session.context.newPage();
  const running = page.goto(url).then(() => runPlace(product, { input: url, page, target }, options));
  return running.catch((error: unknown) => reportOfAccident(url, error, product.rights));
}

async function runPlace(product: Product, place: Place, options: DemoOptions): Promise<ReportLine> {
  const { preset, prompt, strength, seed } = options;
  const isPlainPreset = preset !== null && prompt === '' && strength === null && seed === null;
  if (isPlainPreset)
    return follow(
      product,
      place.input,
      await restyleByMenu(product, place.page, place.target, preset.id),
      options,
    );
  await captureForPanel(product, place.page, place.target);
  return runFile(product, place.input, options, true);
}

async function runFile(
  product: Product,
  input: string,
  options: DemoOptions,
  isCaptured = false,
): Promise<ReportLine> {
  const { preset, prompt, strength, seed } = options;
  const wishes = { presetId: preset?.id ?? null, prompt, strength, seed };
  const job = await restyleByPanel(product, wishes, isCaptured ? undefined : input);
  return typeof job === 'string'
    ? reportOfRefusal(input, job, product.rights)
    : follow(product, input, job, options);
}

/** Waits for a job's end and keeps its pictures as files. */
async function follow(
  { window, rights }: Product,
  input: string,
  { id }: Job,
  { sameSize }: DemoOptions,
): Promise<ReportLine> {
  const job = await waitForEnd(window, id);
  const paths: ReportPaths = { outputPath: null, capturedPath: null };
  const name = basename(input, extname(input)).replace(/[^\w-]+/g, '-') || 'picture';
  await mkdir(outputFolder, { recursive: true });
  if (job.recipe.sourceKey !== noSource) {
    const captured = await readBlob(window, job.recipe.sourceKey);
    paths.capturedPath = `${outputFolder}/${name}-before.${captured.mimeType.split('/')[1]?.replace('jpeg', 'jpg') ?? 'bin'}`;
    await writeFile(paths.capturedPath, captured.bytes);
  }
  if (job.stage.name !== 'done') return reportOf(input, job, rights, paths);
  const { bytes } = await readBlob(window, job.stage.result.key);
  paths.outputPath = `${outputFolder}/${name}-after.png`;
  const size = await keepResult(bytes, job, { path: paths.outputPath, sameSize });
  return { ...reportOf(input, job, rights, paths), ...size };
}
