import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createInvitationBook } from '../../relay/members/invitation-book.ts';
import { createMemberBook } from '../../relay/members/member-book.ts';
import { serveRelay } from '../../relay/serve.ts';
import { launchBrowser } from '../fakes/figma/panel-page.ts';
import { seedData } from '../fakes/relay/seeded-data.ts';

declare const axe: { run(): Promise<{ violations: { id: string }[] }> };

let browser: Browser;
let axeSource: string;
beforeAll(async () => {
  browser = await launchBrowser();
  axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(() => browser.close());

/** A new relay and the link that its first start gives. */
async function newRelay() {
  const data = await seedData([]);
  const log: unknown[] = [];
  const relay = await serveRelay({
    ...data,
    port: 0,
    upstream: 'http://127.0.0.1:9/api',
    log: (line) => log.push(line),
  });
  onTestFinished(() => relay.close().finally(data.database.close));
  const admin = await createMemberBook(data.database, Date.now).add({
    name: 'Admin',
    role: 'admin',
    deployments: null,
  });
  const code = await createInvitationBook(data.database, Date.now).create(admin.id);
  return { link: `${relay.url}/join#${code}`, code, log };
}

/** Nothing wide of the screen; with `isThorough` also nothing that axe finds wrong. */
async function expectWell(page: Page, isThorough = false): Promise<void> {
  const overflowPx = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflowPx).toBeLessThanOrEqual(0);
  if (!isThorough) return;
  // The page's own policy lets no script in, this one neither: it comes by the debugger.
  await page.evaluate(axeSource);
  expect((await page.evaluate(() => axe.run())).violations.map(({ id }) => id)).toEqual([]);
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('on a phone the first admin joins, sets the key and invites somebody, who joins', async () => {
  const { link, code, log } = await newRelay();
  const context = await browser.newContext({ ...phone, colorScheme: 'dark' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));

  await page.goto(link);
  await expect.poll(() => page.getByLabel('Invitation code').first().isVisible()).toBe(false);
  expect(page.url()).not.toContain(code);
  await expectWell(page);
  await page.getByLabel('Where you will use it').fill('My phone');
  await page.getByLabel('Where you will use it').press('Enter');
  await page.getByText(/^restyle_[\w-]{43}$/).waitFor();
  await expectWell(page);
  await page.getByRole('link', { name: 'Go to the members' }).tap();

  await page.getByLabel('New key').fill('a-key');
  await page.getByRole('button', { name: 'Set the key' }).tap();
  await page.getByText('It is kept encrypted').waitFor();
  await page.getByLabel('Name').fill('Joan of the long name that does not fit on any line of a phone');
  await page.getByRole('button', { name: 'Make an invitation link' }).tap();
  const invitation = (await page.getByText(/\/join#invitation_/).textContent()) ?? '';
  await expectWell(page);
  await page.goBack();
  await page.reload();
  await expectWell(page, true);
  await page.getByRole('link', { name: 'Admin' }).tap();
  await page.getByText('let in by “My phone”').waitFor();
  await expectWell(page, true);
  expect(await page.getByText('With none ticked').isVisible()).toBe(false);
  await page.getByLabel('All, also those to come').uncheck();
  await page.getByText('With none ticked').waitFor();
  await expectWell(page, true);

  const other = await (await browser.newContext({ ...phone, colorScheme: 'light' })).newPage();
  onTestFinished(() => other.context().close());
  await other.goto(invitation);
  await other.getByRole('button', { name: 'Get my token' }).tap();
  await other.getByRole('heading', { name: /^Welcome, Joan/ }).waitFor();
  await expectWell(other, true);
  expect(problems).toEqual([]);
  expect(JSON.stringify(log)).not.toMatch(/invitation_|restyle_[\w-]{43}|a-key/);
});
