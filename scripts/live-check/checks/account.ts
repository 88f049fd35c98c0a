import { formatUsd } from '#shared/budget/estimate.ts';
import { readAccount } from '#shared/engines/comfydeploy/account.ts';
import { readEventData } from '#shared/engines/http/event-data.ts';
import { AppError, toErrorData } from '#shared/errors/app-error.ts';
import { type Check, type Context, good, note, open } from '../check.ts';

const account: Check = {
  question: 'May the key read the account’s credit and usage?',
  async ask({ options, clock }) {
    const { creditUsd, usedThisMonthUsd } = await readAccount({ ...options, fetch: globalThis.fetch, clock });
    const told = [
      ...(creditUsd === null ? [] : [`credit left ${formatUsd(creditUsd)}`]),
      ...(usedThisMonthUsd === null ? [] : [`used this month ${formatUsd(usedThisMonthUsd)}`]),
    ];
    if (told.length === 2) return good(`Yes: ${told.join(', ')}.`);
    if (told.length === 1) return note(`Only in part: ${told.join('')}. Restyle shows just that.`);
    return note('No. Restyle then counts only what it has spent itself.');
  },
};

const noticeMs = 5_000;

const stream: Check = {
  question: 'Does the stream of progress open, so that results show sooner?',
  async ask(context) {
    const notice = await firstNotice(context).catch((error: unknown) => toErrorData(error));
    if (typeof notice === 'string') return good(`Yes: it begins with "${notice}".`);
    if (notice === null) return note('It opens, but says nothing at first. Restyle goes on looking.');
    return note(`No (${notice.status ?? notice.code}). Restyle looks at runs without it.`);
  },
};

/** The type of the first notice within five seconds, `null` when there is none. */
async function firstNotice({ api, newestRunId }: Context): Promise<string | null> {
  const listening = new AbortController();
  const giveUp = setTimeout(() => listening.abort(new AppError('timeout', 'Nothing was said')), noticeMs);
  try {
    const runId = newestRunId ?? crypto.randomUUID();
    const body = await api.stream(`/v2/stream-progress?run_id=${runId}`, listening.signal);
    for await (const data of readEventData(body)) return String(JSON.parse(data).type ?? 'an event');
    return null;
  } finally {
    clearTimeout(giveUp);
    listening.abort();
  }
}

/** Routes of the dashboard and the log, which no published document lists. */
const unpublished = ['/run/{run_id}/cancel', '/v2/clickhouse-run-logs/{run_id}', '/platform/usage'];

const routes: Check = {
  question: 'Does the service still have the unpublished routes we use?',
  async ask({ options, bareFetch }) {
    const url = `${new URL(options.baseUrl).origin}/internal/openapi.json`;
    const answer = await bareFetch(url).catch(() => null);
    const document = (await answer?.json().catch(() => null)) as { paths?: object } | null | undefined;
    if (!answer?.ok || !document?.paths) return open(`It does not publish its list of routes (${url}).`);
    const listed = Object.keys(document.paths);
    const missing = unpublished.filter((path) => !listed.some((known) => known.endsWith(path)));
    if (missing.length === 0)
      return good(`Yes, all ${unpublished.length} of ${listed.length} in its own list.`);
    return note(`Its own list of ${listed.length} lacks ${missing.join(', ')}.`);
  },
};

export const accountChecks: readonly Check[] = [account, stream, routes];
