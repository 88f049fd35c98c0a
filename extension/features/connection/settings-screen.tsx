import { useEffect, useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { errorDetails } from '#shared/i18n/error-words.ts';
import { ConnectForm } from '#shared/ui/settings/connect-form.tsx';
import { loadConnection } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { ConnectedCard } from './connected-card.tsx';
import { NotificationSwitch } from './notification-switch.tsx';
import styles from './settings-screen.module.css';
import { useConnecting } from './use-connecting.ts';

/** Connection first, because nothing works without it; the rest below. */
export function SettingsScreen({ services }: { services: Services }) {
  const [connection, setConnection] = useState<Connection | null>(null);
  const { draft, check, setDraft, connect } = useConnecting(services, setConnection);
  useEffect(() => void loadConnection().then(setConnection), []);

  return (
    <main class={styles.page}>
      <header>
        <h1 class={styles.title}>{settingsWords.title}</h1>
        <p class={styles.lead}>{settingsWords.lead}</p>
      </header>
      {connection && <ConnectedCard connection={connection} onForget={() => setConnection(null)} />}
      <section class={styles.section} aria-labelledby="connect">
        <h2 id="connect">{connection ? settingsWords.change : settingsWords.connect}</h2>
        <ConnectForm
          value={draft}
          check={check}
          onChange={setDraft}
          onConnect={connect}
          onAction={connect}
          onCopyDetails={(error) => void navigator.clipboard.writeText(errorDetails(error))}
        />
      </section>
      <section class={styles.section} aria-labelledby="notify">
        <h2 id="notify">{settingsWords.notify}</h2>
        <NotificationSwitch />
      </section>
    </main>
  );
}
