import { formatUsd } from '#shared/budget/estimate.ts';
import { relayPageWords as words } from '#shared/i18n/en/relay.ts';
import type { Member } from '../members/member.ts';
import { type Html, html } from '../pages/html.ts';
import { pageAnswer } from '../pages/page.ts';
import type { RunRecord } from '../runs/run-record.ts';
import type { DeploymentName } from '../upstream/deployment-names.ts';
import { timeInWords } from './figures.ts';

export const runsPerPage = 100;

type RunsView = {
  runs: readonly RunRecord[];
  members: readonly Member[];
  deployments: readonly DeploymentName[] | null;
};

/** The newest runs of everybody, page by page. */
export function runsPage({ runs, members, deployments }: RunsView): Response {
  const last = runs.length === runsPerPage ? runs.at(-1) : undefined;
  return pageAnswer({
    title: words.runs,
    isSignedIn: true,
    body: html`<section>${runRows(runs, deployments, members)}</section>
${last !== undefined && html`<p><a href="/admin/runs?before=${last.askedAtMs}">${words.older}</a></p>`}`,
  });
}

export function runRows(
  runs: readonly RunRecord[],
  deployments: readonly DeploymentName[] | null,
  members: readonly Member[] = [],
): Html {
  if (runs.length === 0) return html`<p>${words.noRuns}</p>`;
  const nameOf = (id: string) => deployments?.find((one) => one.id === id)?.name ?? id;
  return html`<ul class="rows">${runs.map((run) => {
    const what = [
      members.find(({ id }) => id === run.memberId)?.name,
      run.preset ?? undefined,
      nameOf(run.deploymentId),
      words.runStates[run.state],
    ];
    return html`<li><span>${what.filter((word) => word !== undefined).join(' · ')}</span><span class="figures">${costOf(run)}</span></li>`;
  })}</ul>`;
}

function costOf({ askedAtMs, seconds, costUsd }: RunRecord): string {
  return [
    timeInWords(askedAtMs),
    ...(seconds === null ? [] : [words.seconds(seconds)]),
    ...(costUsd === null ? [] : [formatUsd(costUsd)]),
  ].join(' · ');
}
