import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import { welcomeWords } from '#shared/i18n/en/welcome.ts';
import { loadConnections, loadMainConnection, preferEngine } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { LooksStrip } from './looks-strip.tsx';
import { Practice } from './practice.tsx';
import { Ready } from './ready.tsx';
import { Ways } from './ways.tsx';
import type { WelcomeForms } from './welcome-forms.ts';
import styles from './welcome-screen.module.css';

type WelcomeScreenProps = { services: Services; forms: WelcomeForms };

/** What a newcomer sees: who makes the pictures, then photographs to try on (`welcome.html#practice`). */
export function WelcomeScreen({ services, forms }: WelcomeScreenProps) {
  const isPractising = useHash() === '#practice';
  const [connection, setConnection] = useState<Connection | null>(null);
  const look = useCallback(() => void loadMainConnection().then(setConnection), []);
  useEffect(look, [look, isPractising]);
  const onConnected = () => void preferReal().then(look);

  return (
    <main class={styles.page}>
      {isPractising ? (
        <Practice services={services} connection={connection} />
      ) : (
        <>
          <header class={styles.header}>
            <img src="/icon/48.png" alt="" width={40} height={40} />
            <h1 class={styles.title}>{welcomeWords.title}</h1>
            <p class={styles.lead}>{welcomeWords.lead}</p>
            <LooksStrip />
          </header>
          {connection && <Ready connection={connection} roles={forms.roles(connection, look)} />}
          <Ways
            services={services}
            forms={forms}
            hasSample={connection === null || connection.engine === 'on-device'}
            isConnected={connection !== null}
            onConnected={onConnected}
          />
        </>
      )}
    </main>
  );
}

/** Whoever began with the sample looks and has connected a model means the model from now on. */
async function preferReal(): Promise<void> {
  const [first, ...others] = await loadConnections();
  const real = others.at(-1);
  if (first?.engine === 'on-device' && real) await preferEngine(real.engine);
}

function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const look = () => setHash(location.hash);
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return hash;
}
