import { basename } from 'node:path';
import { errorTexts } from '#shared/i18n/en/errors.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { Rights } from '../product/open-product.ts';

/** One line of `--json`. Times in milliseconds, `null` where nobody knows. */
export type ReportLine = {
  input: string;
  status: 'success' | 'failed' | 'cancelled';
  engine: string;
  rights: Rights;
  captureRoute: string | null;
  sourceWidthPx: number | null;
  sourceHeightPx: number | null;
  resultWidthPx: number | null;
  resultHeightPx: number | null;
  outputPath: string | null;
  capturedPath: string | null;
  prepareMs: number | null;
  queueMs: number | null;
  runMs: number | null;
  totalMs: number | null;
  costUsd: number | null;
  errorCode: string | null;
  message: string;
};

/** Nothing known yet; spread first, it also fixes the order of the keys. */
const nothing: ReportLine = {
  input: '',
  status: 'failed',
  engine: '',
  rights: 'click',
  captureRoute: null,
  sourceWidthPx: null,
  sourceHeightPx: null,
  resultWidthPx: null,
  resultHeightPx: null,
  outputPath: null,
  capturedPath: null,
  prepareMs: null,
  queueMs: null,
  runMs: null,
  totalMs: null,
  costUsd: null,
  errorCode: null,
  message: '',
};

export type ReportPaths = Pick<ReportLine, 'outputPath' | 'capturedPath'>;

/** What became of a job. */
export function reportOf(input: string, job: Job, rights: Rights, paths: ReportPaths): ReportLine {
  const { stage, context, recipe } = job;
  const line = { ...nothing, ...paths, input, rights, engine: recipe.engine, ...timesOf(job) };
  const source = {
    captureRoute: context.captureRoute,
    sourceWidthPx: context.widthPx,
    sourceHeightPx: context.heightPx,
  };
  if (stage.name === 'done') {
    const { widthPx: resultWidthPx, heightPx: resultHeightPx } = stage.result;
    const message = `${basename(input)} is restyled.`;
    return {
      ...line,
      ...source,
      ...runTimes(job),
      resultWidthPx,
      resultHeightPx,
      status: 'success',
      message,
    };
  }
  if (stage.name !== 'failed') return { ...line, ...source, status: 'cancelled', message: 'Cancelled.' };
  const { title, advice } = errorWords(stage.error, recipe);
  return {
    ...line,
    ...source,
    status: 'failed',
    errorCode: stage.error.code,
    message: `${title}. ${advice}`,
  };
}

/** A picture the panel would not take: no job was made, and its own words say why. */
export function reportOfRefusal(input: string, title: string, rights: Rights): ReportLine {
  const code = Object.entries(errorTexts).find(([, text]) => text.title === title)?.[0] ?? 'unknown';
  return {
    ...nothing,
    input,
    rights,
    engine: 'comfydeploy',
    status: 'failed',
    errorCode: code,
    message: `${title}.`,
  };
}

/** Something that should not happen, happened: to the driving of the browser, as a rule. */
export function reportOfAccident(input: string, error: unknown, rights: Rights): ReportLine {
  const message = error instanceof Error ? error.message : String(error);
  return {
    ...nothing,
    input,
    rights,
    engine: 'comfydeploy',
    status: 'failed',
    errorCode: 'unknown',
    message,
  };
}

function timesOf({ createdAtMs, enteredAtMs, updatedAtMs }: Job): Pick<ReportLine, 'prepareMs' | 'totalMs'> {
  const { uploading } = enteredAtMs;
  return {
    prepareMs: uploading === undefined ? null : uploading - createdAtMs,
    totalMs: updatedAtMs - createdAtMs,
  };
}

function runTimes({ stage }: Job): Pick<ReportLine, 'queueMs' | 'runMs' | 'costUsd'> {
  const figures = stage.name === 'done' ? stage.figures : null;
  const toMs = (seconds: number | null | undefined) => (seconds == null ? null : Math.round(seconds * 1000));
  return {
    queueMs: toMs(figures?.queueSeconds),
    runMs: toMs(figures?.runSeconds),
    costUsd: figures?.costUsd ?? null,
  };
}
