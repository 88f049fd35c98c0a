import { expect, test } from 'vitest';
import { createMemberBook } from '../../../relay/members/member-book.ts';
import { cookieOf, sendForm } from './forms.ts';
import { startRelay, uuid } from './relay-fixture.ts';

const grace = { name: 'Grace', role: 'admin' as const };
const joan = { name: 'Joan', role: 'admin' as const, deployments: [uuid] };
const other = '5f9f3f0e-6d4f-4d3c-8a55-3a8f5be8f111';

/** A relay with Joan, an admin who may run one deployment, and two ways to change that. */
async function relayWithJoan() {
  const relay = await startRelay({ upstream: 'http://127.0.0.1:9/api', members: [grace, joan] });
  const members = createMemberBook(relay.data.database, Date.now);
  const { id = '' } = (await members.byName('Joan')) ?? {};
  const rightsNow = async () => {
    const { role, deployments } = (await members.byId(id)) ?? {};
    return { role, deployments };
  };
  return {
    async byApi(body: object) {
      const init = { method: 'POST', body: JSON.stringify(body) };
      const answer = await relay.askAs('Grace')(`/admin/api/members/${id}/rights`, init);
      return { status: answer.status, ...(await rightsNow()) };
    },
    async byForm(...fields: [string, string][]) {
      const path = `${relay.url}/admin/members/${id}/rights`;
      const answer = await sendForm(path, fields, cookieOf(relay, 'Grace'));
      return { status: answer.status, ...(await rightsNow()) };
    },
    page: async () =>
      (await fetch(`${relay.url}/admin/members/${id}`, { headers: cookieOf(relay, 'Grace') })).text(),
  };
}

test('leaves a right as it is that a change does not name', async () => {
  const { byApi } = await relayWithJoan();
  expect(await byApi({})).toEqual({ status: 200, role: 'admin', deployments: [uuid] });
  const more = [uuid, other];
  expect(await byApi({ deployments: more })).toEqual({ status: 200, role: 'admin', deployments: more });
  expect(await byApi({ role: 'member' })).toEqual({ status: 200, role: 'member', deployments: more });
  expect(await byApi({ deployments: [] })).toEqual({ status: 200, role: 'member', deployments: [] });
  expect(await byApi({ deployments: null })).toEqual({ status: 200, role: 'member', deployments: null });
  expect(await byApi({ role: 'admin' })).toEqual({ status: 200, role: 'admin', deployments: null });
});

test('allows every deployment by a tick of its own, not by the lack of others', async () => {
  const { byForm, page } = await relayWithJoan();
  const allTick = /name="allDeployments" value="yes" (checked)?>/;
  const role: [string, string] = ['role', 'admin'];
  expect(allTick.exec(await page())?.[1]).toBeUndefined();
  expect(await byForm(role)).toEqual({ status: 303, role: 'admin', deployments: [] });
  const one: [string, string] = ['deployment', other];
  expect(await byForm(role, one)).toEqual({ status: 303, role: 'admin', deployments: [other] });
  const all: [string, string] = ['allDeployments', 'yes'];
  expect(await byForm(role, all)).toEqual({ status: 303, role: 'admin', deployments: null });
  expect(allTick.exec(await page())?.[1]).toBe('checked');
  expect(await byForm(all)).toEqual({ status: 303, role: 'member', deployments: null });
});

test('lets a member who may run nothing start nothing', async () => {
  const members = [{ name: 'Ada', deployments: [] }];
  const relay = await startRelay({ upstream: 'http://127.0.0.1:9/api', members });
  const body = JSON.stringify({ deployment_id: uuid });
  expect((await relay.ask('/api/run/deployment/queue', { method: 'POST', body })).status).toBe(403);
  expect(await (await relay.ask('/api/deployments')).json()).toEqual([]);
});

test.each(['removal', 'rights'])(
  'keeps an admin when two take each other’s place at once, by %s',
  async (what) => {
    const relay = await startRelay({ upstream: 'http://127.0.0.1:9/api', members: [grace, joan] });
    const members = createMemberBook(relay.data.database, Date.now);
    const init = { method: 'POST', body: what === 'rights' ? '{"role":"member"}' : '{}' };
    const take = async (by: string, from: string) => {
      const { id } = (await members.byName(from)) ?? {};
      return relay.askAs(by)(`/admin/api/members/${id}/${what}`, init);
    };
    const answers = await Promise.all([take('Grace', 'Joan'), take('Joan', 'Grace')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const admins = (await members.list()).filter(({ role }) => role === 'admin');
    expect(admins).toHaveLength(1);
  },
);

test('refuses a field by its name that it does not have, and changes nothing', async () => {
  const relay = await startRelay({ upstream: 'http://127.0.0.1:9/api', members: [grace] });
  const [{ id = '' } = {}] = await createMemberBook(relay.data.database, Date.now).list();
  for (const [path, body, name] of [
    [`members/${id}/rights`, { deployment: [uuid] }, 'deployment'],
    ['members', { name: 'Joan', roles: 'admin' }, 'roles'],
    ['key', { apiKey: 'a-new-key', apikey: 'a-new-key' }, 'apikey'],
  ] as const) {
    const init = { method: 'POST', body: JSON.stringify(body) };
    const answer = await relay.askAs('Grace')(`/admin/api/${path}`, init);
    const said = await answer.text();
    expect([path, answer.status, JSON.parse(said)]).toMatchObject([
      path,
      400,
      { code: 'invalid-input', detail: expect.stringContaining(`no such field here: ${name}.`) },
    ]);
    expect(said).not.toContain('a-new-key');
  }
  expect(await createMemberBook(relay.data.database, Date.now).list()).toMatchObject([{ deployments: null }]);
});
