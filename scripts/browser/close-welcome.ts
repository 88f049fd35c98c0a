import { existsSync } from 'node:fs';
import { waitFor } from './wait-for.ts';

type Tab = { url(): string | Promise<string>; close(): Promise<void> };

const patienceMs = 20_000;

/** Closes the page that opens after install, as who is no newcomer does: it would come between two steps. */
export async function closeWelcome(
  extensionDir: string,
  tabs: () => readonly Tab[] | Promise<readonly Tab[]>,
): Promise<void> {
  if (!existsSync(`${extensionDir}/welcome.html`)) return;
  const find = async () => {
    for (const tab of await tabs()) if ((await tab.url()).endsWith('/welcome.html')) return tab;
    return null;
  };
  await (await waitFor('the welcome page', find, { timeoutMs: patienceMs })).close();
}
