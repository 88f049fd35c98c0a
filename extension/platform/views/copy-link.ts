import { AppError, toErrorData } from '#shared/errors/app-error.ts';
import { sharingWords as words } from '#shared/i18n/en/sharing.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { formatMoment } from '#shared/i18n/format-date.ts';
import type { Job } from '#shared/jobs/job.ts';
import { canHaveLink, findResultLink, type ResultLink } from '#shared/share/result-link.ts';
import { copyText } from '#shared/web/copy-text.ts';
import { loadConnections } from '../connection-store.ts';
import { openConnection } from '../open-connection.ts';
import type { Services } from '../services.ts';

/**
 * Copies the address of a result at the team's storage; answers who can open it and for how long, or why there is
 * none, as a sentence. To be called in the click itself: the clipboard is bound to it.
 */
export async function copyLink(job: Job, services: Services): Promise<string> {
  if (!canHaveLink(job)) return words.noLink[job.recipe.engine];
  const finding = findLink(job, services);
  const copying = copyText(finding.then(({ url }) => url)).then(
    () => true,
    () => false,
  );
  try {
    const { endsAtMs } = await finding;
    const until = endsAtMs === null ? null : formatMoment(endsAtMs);
    return (await copying) ? words.linkCopied(until) : words.linkRefused;
  } catch (error) {
    return errorWords(toErrorData(error), job.recipe).title;
  }
}

async function findLink(job: Job, services: Services): Promise<ResultLink> {
  const { engine, server } = job.recipe;
  const connection = (await loadConnections()).find((each) => each.engine === engine);
  if (!connection) throw new AppError('not-configured', `No connection to ${engine} is stored`);
  // Another server would be asked for a run it never had.
  if (server !== undefined && !('baseUrl' in connection && connection.baseUrl === server)) {
    throw new AppError('connection-changed', `The picture is at ${server}`);
  }
  return findResultLink(job, await openConnection(connection, services));
}
