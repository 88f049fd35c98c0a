import { relayPageWords as words } from '#shared/i18n/en/relay.ts';
import type { Device } from '../members/device-book.ts';
import type { Member } from '../members/member.ts';
import { type Html, html } from '../pages/html.ts';
import { pageAnswer } from '../pages/page.ts';
import type { RunRecord } from '../runs/run-record.ts';
import type { DeploymentName } from '../upstream/deployment-names.ts';
import { timeInWords } from './figures.ts';
import { runRows } from './runs-page.ts';

type MemberView = {
  member: Member;
  devices: readonly Device[];
  runs: readonly RunRecord[];
  /** `null` when ComfyDeploy's list cannot be read. */
  deployments: readonly DeploymentName[] | null;
};

export function memberPage({ member, devices, runs, deployments }: MemberView): Response {
  const path = `/admin/members/${member.id}`;
  return pageAnswer({
    title: member.name,
    isSignedIn: true,
    body: html`<section>
<h2>${words.devices}</h2>
${devices.length === 0 && html`<p>${words.noDevices}</p>`}
<ul class="rows">${devices.map((device) => deviceRow(path, device))}</ul>
</section>
<section>
<h2>${words.addDevice}</h2>
<p>${words.addDeviceAdvice}</p>
<form method="post" action="${path}/link"><button class="quiet">${words.makeLink}</button></form>
</section>
${rightsSection(path, member, deployments)}
<section>
<h2>${words.lastRuns}</h2>
${runRows(runs, deployments)}
</section>
<section>
<p>${words.removeAdvice}</p>
<form method="post" action="${path}/removal" data-confirm="${words.removeConfirm(member.name)}"><button class="danger">${words.remove}</button></form>
</section>`,
  });
}

function deviceRow(path: string, { id, name, usedAtMs, letInBy }: Device): Html {
  const used = usedAtMs === null ? words.neverUsed : words.used(timeInWords(usedAtMs));
  return html`<li>
<span>${name} <span class="quiet-text">${letInBy === null ? used : `${used}, ${words.letInBy(letInBy)}`}</span></span>
<form method="post" action="${path}/devices/${id}/revocation" data-confirm="${words.revokeConfirm}"><button class="danger">${words.revoke}</button></form>
</li>`;
}

function rightsSection(
  path: string,
  { role, deployments: allowed }: Member,
  known: readonly DeploymentName[] | null,
): Html {
  const unlisted = (allowed ?? []).filter((id) => !known?.some((one) => one.id === id));
  const choices = [...(known ?? []), ...unlisted.map((id) => ({ id, name: id }))];
  return html`<section>
<h2>${words.rights}</h2>
<form method="post" action="${path}/rights">
<label class="tick"><input type="checkbox" name="role" value="admin" ${role === 'admin' && checked}>${words.isAdmin}</label>
<fieldset>
<legend>${words.deployments}</legend>
${known === null && html`<p class="quiet-text">${words.deploymentsUnknown}</p>`}
<label class="tick"><input type="checkbox" name="allDeployments" value="yes" ${allowed === null && checked}>${words.allDeployments}</label>
<div class="unless-all">${choices.map(
    ({ id, name }) =>
      html`<label class="tick"><input type="checkbox" name="deployment" value="${id}" ${allowed?.includes(id) === true && checked}>${name}</label>`,
  )}
<p class="quiet-text">${words.deploymentsAdvice}</p></div>
</fieldset>
<button>${words.save}</button>
</form>
</section>`;
}

const checked = html`checked`;
