import type { Connection } from '#shared/connection/connection.ts';
import { hostOf } from '#shared/engines/comfydeploy/base-url.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { forgetConnection } from '../../platform/connection-store.ts';
import styles from './connected-card.module.css';

type ConnectedCardProps = { connection: Connection; onForget: () => void };

/** What is connected now, and the way to end it. */
export function ConnectedCard({ connection, onForget }: ConnectedCardProps) {
  const forget = () => void forgetConnection().then(onForget);
  return (
    <section class={styles.card} aria-label={settingsWords.connected}>
      <div>
        <p class={styles.name}>{settingsWords.connectedTo(connection.description.name)}</p>
        <p class={styles.where}>{hostOf(connection.baseUrl)}</p>
        <p class={styles.next}>{settingsWords.next}</p>
      </div>
      <Button onClick={forget}>{settingsWords.disconnect}</Button>
    </section>
  );
}
