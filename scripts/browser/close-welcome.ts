import { existsSync } from 'node:fs';
import { waitFor } from './wait-for.ts';

type Tab = { url(): string; close(): Promise<void> };

const patienceMs = 20_000;

/** Closes the page that opens after install, as who is no newcomer does: it would come between two steps. */
export async function closeWelcome(
  extensionDir: string,
  tabs: () => readonly Tab[] | Promise<readonly Tab[]>,
): Promise<void> {
  if (!existsSync(`${extensionDir}/welcome.html`)) return;
  const find = async () => (await tabs()).find((tab) => tab.url().endsWith('/welcome.html'));
  await (await waitFor('the welcome page', find, { timeoutMs: patienceMs })).close();
}
