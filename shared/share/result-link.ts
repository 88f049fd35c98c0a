import type { Engine } from '#shared/engines/engine.ts';
import { AppError, toErrorData } from '#shared/errors/app-error.ts';
import type { Job } from '#shared/jobs/job.ts';

/** Where a result lies at the team's own storage. `endsAtMs`: when the address stops working; `null` where it does not. */
export type ResultLink = { url: string; endsAtMs: number | null };

/**
 * Whether the engine that made a result keeps it at an address of its own that others can open. ComfyUI's server is
 * one's own machine, a prediction server lets go of its pictures within the hour, and sample looks never leave the device.
 */
export function canHaveLink({ stage, recipe }: Job): boolean {
  return stage.name === 'done' && recipe.engine === 'comfydeploy';
}

/**
 * The address of a result, asked for anew by one free look at its run: those of a private storage are signed at every
 * look, and end. Raises `link-gone` where the engine has let go of the run or of its picture, and the codes of
 * `Engine.get`.
 */
export async function findResultLink(
  { stage }: Job,
  engine: Pick<Engine, 'get'>,
  signal?: AbortSignal,
): Promise<ResultLink> {
  if (stage.name !== 'done') throw new AppError('link-gone', 'The job is not done');
  const { output } = await engine.get(stage.runId, signal).catch(throwGone);
  if (!output) throw new AppError('link-gone', `Run ${stage.runId} names no picture any more`);
  return { url: output.url, endsAtMs: endOfLink(output.url) };
}

/** What is kept here is not lost with the run: running it again, as others are advised, would be paid for nothing. */
function throwGone(error: unknown): never {
  const { code, detail } = toErrorData(error);
  throw code === 'run-not-found' ? new AppError('link-gone', detail) : error;
}

/**
 * When a signed address ends, in milliseconds since the epoch; `null` where it is not signed. Signature version 4 tells
 * its day and its seconds (docs.aws.amazon.com, "Authenticating requests: using query parameters"), the older one and
 * CloudFront the second it ends in.
 */
export function endOfLink(url: string): number | null {
  const query = new URL(url).searchParams;
  const [, ...date] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(query.get('X-Amz-Date') ?? '') ?? [];
  const [year = 0, month = 0, day, hour, minute, second] = date.map(Number);
  const lastsSeconds = secondsOf(query.get('X-Amz-Expires'));
  if (date.length > 0 && lastsSeconds !== null) {
    return Date.UTC(year, month - 1, day, hour, minute, second) + lastsSeconds * 1_000;
  }
  const endsAtSeconds = secondsOf(query.get('Expires'));
  return endsAtSeconds === null ? null : endsAtSeconds * 1_000;
}

function secondsOf(text: string | null): number | null {
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}
