import { expect, test } from 'vitest';
import { cookieOf, sendForm } from './forms.ts';
import { answerJson } from './recording-server.ts';
import { startRelay, startServer, uuid } from './relay-fixture.ts';

const members = [{ name: 'Grace', role: 'admin' as const }, { name: 'Ada' }];
const noUpstream = 'http://127.0.0.1:9/api';

function codeIn(text: string): string {
  return /join#(invitation_[\w-]{43})/.exec(text)?.[1] ?? '';
}

test('an admin invites somebody, who gets a token by the link, once', async () => {
  const upstream = await startServer((incoming, outgoing) => answerJson(incoming, outgoing, {}));
  const relay = await startRelay({ upstream: upstream.origin, members });
  const invited = await sendForm(`${relay.url}/admin/members`, { name: 'Joan' }, cookieOf(relay, 'Grace'));
  const page = await invited.text();
  expect(page).toContain(`${relay.url}/join#invitation_`);
  const code = codeIn(page);
  const ways = await (await fetch(`${relay.url}/join`)).text();
  // Enter presses the first button of a form: where the device is named, that has to be the one for a token.
  const forms = ways.split('<form').slice(1);
  expect(forms.map((form) => [/action="([^"]+)"/.exec(form)?.[1], form.match(/<button/g)?.length])).toEqual([
    ['/studio/sign-in', 1],
    ['/join', 1],
  ]);
  expect(forms.map((form) => form.includes('name="device"'))).toEqual([false, true]);

  const joined = await sendForm(`${relay.url}/join`, { code, device: 'Her laptop' });
  const token = /restyle_[\w-]{43}/.exec(await joined.text())?.[0] ?? '';
  expect(joined.headers.get('set-cookie')).toBeNull();
  const asJoan = { headers: { Authorization: `Bearer ${token}` } };
  expect((await relay.ask(`/api/run/${uuid}`, asJoan)).status).toBe(200);
  await expect.poll(() => relay.log.at(-1)).toMatchObject({ member: 'Joan' });
  expect((await sendForm(`${relay.url}/join`, { code })).status).toBe(410);

  const list = (await (await relay.askAs('Grace')('/admin/api/members')).json()) as {
    id: string;
    name: string;
    devices: { id: string; name: string }[];
  }[];
  const joan = list.find(({ name }) => name === 'Joan');
  expect(joan?.devices).toMatchObject([{ name: 'Her laptop' }]);
  const revocation = `/admin/members/${joan?.id}/devices/${joan?.devices[0]?.id}/revocation`;
  expect((await sendForm(relay.url + revocation, {}, cookieOf(relay, 'Grace'))).status).toBe(303);
  expect((await relay.ask(`/api/run/${uuid}`, asJoan)).status).toBe(401);
});

test('a new link voids the one before, and an old one is of no use', async () => {
  let aheadMs = 0;
  const clock = {
    nowMs: () => Date.now() + aheadMs,
    monotonicMs: () => performance.now(),
    sleep: async () => {},
  };
  const relay = await startRelay({ upstream: noUpstream, members, clock });
  const post = (path: string, body: unknown) =>
    relay.askAs('Grace')(path, { method: 'POST', body: JSON.stringify(body) });
  const joan = (await (await post('/admin/api/members', { name: 'Joan' })).json()) as {
    id: string;
    invitation: string;
  };
  const next = (await (await post(`/admin/api/members/${joan.id}/link`, {})).json()) as typeof joan;
  const join = async (link: string) => (await sendForm(`${relay.url}/join`, { code: link })).status;
  expect(await join(joan.invitation)).toBe(410);
  expect(await join(next.invitation)).toBe(200);
  const late = (await (await post(`/admin/api/members/${joan.id}/link`, {})).json()) as typeof joan;
  aheadMs = 8 * 24 * 60 * 60_000;
  expect(await join(late.invitation)).toBe(410);
});

test('an invitation that a program makes leads here, not to where the program comes from', async () => {
  const relay = await startRelay({ upstream: noUpstream, members });
  const init = { method: 'POST', body: JSON.stringify({ name: 'Joan' }) };
  const headers = { Origin: 'https://tool.example.com' };
  const made = await relay.askAs('Grace')('/admin/api/members', { ...init, headers });
  const { invitation } = (await made.json()) as { invitation: string };
  expect(invitation).toBe(`${relay.url}/join#${codeIn(invitation)}`);
});

test('an admin’s invitation signs the browser in, and its cookie opens pages only', async () => {
  const upstream = await startServer((incoming, outgoing) => answerJson(incoming, outgoing, {}));
  const relay = await startRelay({ upstream: upstream.origin, members });
  const made = await relay.askAs('Grace')('/admin/api/members', {
    method: 'POST',
    body: JSON.stringify({ name: 'Joan', role: 'admin' }),
  });
  const joined = await sendForm(`${relay.url}/join`, { code: codeIn(await made.text()) });
  const cookie = joined.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
  const headers = { Cookie: cookie.split(';')[0] ?? '' };
  expect(await (await fetch(`${relay.url}/admin`, { headers })).text()).toContain('Invite somebody');
  for (const path of ['/admin/api/members', `/api/run/${uuid}`]) {
    expect((await fetch(relay.url + path, { headers })).status).toBe(401);
  }
  const over = await sendForm(`${relay.url}/admin/sign-out`, {}, headers);
  expect(over.headers.get('set-cookie')).toContain('Max-Age=0');
});

const pages = ['/admin', '/admin/runs', `/admin/members/${uuid}`];
const forms = [
  '/admin/key',
  '/admin/members',
  `/admin/members/${uuid}/link`,
  `/admin/members/${uuid}/rights`,
  `/admin/members/${uuid}/removal`,
  `/admin/members/${uuid}/devices/${uuid}/revocation`,
];

test('shows pages and takes forms from signed-in admins only, and forms from its own pages only', async () => {
  const relay = await startRelay({ upstream: noUpstream, members });
  for (const headers of [{}, cookieOf(relay, 'Ada'), { Cookie: 'restyle_session=restyle_unknown' }]) {
    for (const path of pages) expect((await fetch(relay.url + path, { headers })).status).toBe(401);
    for (const path of forms) expect((await sendForm(relay.url + path, {}, headers)).status).toBe(401);
  }
  for (const stranger of [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
  ]) {
    for (const path of [...forms, '/join', '/admin/sign-in']) {
      const answer = await sendForm(relay.url + path, {}, { ...cookieOf(relay, 'Grace'), ...stranger });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  }
});

test('answers the API of admins to admins only', async () => {
  const relay = await startRelay({ upstream: noUpstream, members });
  for (const path of ['/admin/api/members', '/admin/api/runs', '/admin/api/usage']) {
    expect((await relay.askAs('Ada')(path)).status).toBe(403);
    expect((await relay.askAs('Nobody')(path)).status).toBe(401);
    expect((await relay.askAs('Grace')(path)).status).toBe(200);
  }
  const change = { method: 'POST', body: JSON.stringify({ apiKey: 'mine' }) };
  expect((await relay.askAs('Ada')('/admin/api/key', change)).status).toBe(403);
});

test('keeps an admin: the last one is neither removed nor made less', async () => {
  const relay = await startRelay({ upstream: noUpstream, members });
  const list = (await (await relay.askAs('Grace')('/admin/api/members')).json()) as { id: string }[];
  const grace = list[1]?.id;
  for (const [path, fields] of [
    [`/admin/members/${grace}/removal`, {}],
    [`/admin/members/${grace}/rights`, {}],
  ] as const) {
    const answer = await sendForm(relay.url + path, fields, cookieOf(relay, 'Grace'));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('only admin');
  }
  expect((await relay.askAs('Grace')('/admin/api/members')).status).toBe(200);
});

test('uses the key that an admin sets, from the next call on, and shows it to nobody', async () => {
  const keys: (string | undefined)[] = [];
  const upstream = await startServer((incoming, outgoing) => {
    keys.push(incoming.headers.authorization);
    return answerJson(incoming, outgoing, {});
  });
  const relay = await startRelay({ upstream: upstream.origin, members, apiKey: undefined });
  const refused = await relay.ask(`/api/run/${uuid}`);
  expect([refused.status, await refused.json()]).toMatchObject([503, { code: 'not-configured' }]);
  await sendForm(`${relay.url}/admin/key`, { apiKey: ' a-new-key ' }, cookieOf(relay, 'Grace'));
  expect((await relay.ask(`/api/run/${uuid}`)).status).toBe(200);
  expect(keys).toEqual(['Bearer a-new-key']);
  const seen = await fetch(`${relay.url}/admin`, { headers: cookieOf(relay, 'Grace') });
  expect(await seen.text()).not.toContain('a-new-key');
});

test('writes what people are called as text, and lets pages load nothing of others', async () => {
  const name = `<img src=x onerror="alert(1)">'&`;
  const relay = await startRelay({ upstream: noUpstream, members: [...members, { name }] });
  const answer = await fetch(`${relay.url}/admin`, { headers: cookieOf(relay, 'Grace') });
  const page = await answer.text();
  expect(page).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&amp;');
  expect(page).not.toContain('<img');
  expect(page).not.toMatch(/<script(?! src="\/pages\/relay\.js" defer>)|style=|onclick/);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('lets no token, code or key into its log', async () => {
  const relay = await startRelay({ upstream: noUpstream, members });
  const made = await sendForm(`${relay.url}/admin/members`, { name: 'Joan' }, cookieOf(relay, 'Grace'));
  const code = codeIn(await made.text());
  const joined = await (await sendForm(`${relay.url}/join`, { code })).text();
  await sendForm(`${relay.url}/admin/sign-in`, { token: relay.data.tokens.Grace ?? '' });
  await sendForm(`${relay.url}/admin/key`, { apiKey: 'a-new-key' }, cookieOf(relay, 'Grace'));
  const log = JSON.stringify(relay.log);
  for (const secret of [code, /restyle_[\w-]{43}/.exec(joined)?.[0] ?? '', relay.data.tokens.Grace ?? '']) {
    expect(secret).toMatch(/_[\w-]{43}/);
    expect(log).not.toContain(secret);
  }
  expect(log).not.toContain('a-new-key');
});
