import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { KeychainEntry } from '#shared/connection/keychain.ts';
import { keychainWords as words } from '#shared/i18n/en/keychain.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import type { Database } from '#shared/web/storage/database.ts';
import { loadConnections, saveConnection } from '../../platform/connection-store.ts';
import { readKeychain } from '../../platform/keychain-store.ts';
import styles from './keychain-section.module.css';

/** Engines that only the other browsers use so far. Each needs its hosts allowed here, so each has a button. */
export function WaitingConnections({ database }: { database: Promise<Database> }) {
  const [waiting, setWaiting] = useState<readonly KeychainEntry[]>([]);
  const [isRefused, setRefused] = useState(false);
  const look = async () => setWaiting(await entriesNotHere(database));
  useEffect(() => void look(), [database]);
  if (waiting.length === 0) return null;

  const use = ({ connection, apiKey }: KeychainEntry) => {
    // Nothing may come before the request: after any wait the browser no longer sees a click.
    const asking = browser.permissions.request({ origins: [...connection.hosts] });
    const finish = async () => {
      if (!(await asking)) return setRefused(true);
      await saveConnection(connection, apiKey, database);
      // The list of connections above is read when the page opens.
      location.reload();
    };
    void finish();
  };
  return (
    <div class={styles.form}>
      <h3>{words.waiting}</h3>
      <div class={styles.buttons}>
        {waiting.map((entry) => (
          <Button key={entry.connection.engine} kind="primary" onClick={() => use(entry)}>
            {words.use(entry.connection.description.name)}
          </Button>
        ))}
      </div>
      {isRefused && <Notice tone="error">{words.refused}</Notice>}
    </div>
  );
}

async function entriesNotHere(database: Promise<Database>): Promise<KeychainEntry[]> {
  const here = new Set((await loadConnections()).map(({ engine }) => engine));
  return ((await readKeychain(database)) ?? []).filter(({ connection }) => !here.has(connection.engine));
}
