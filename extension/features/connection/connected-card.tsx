import type { Connection } from '#shared/connection/connection.ts';
import { hostOf } from '#shared/engines/http/host-of.ts';
import { engineNames } from '#shared/i18n/en/engines.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { forgetConnection, preferEngine } from '../../platform/connection-store.ts';
import { AccountFacts } from './account-facts.tsx';
import styles from './connected-card.module.css';
import { keyExpiryWords } from './key-words.ts';
import { RoleChoices } from './role-choices.tsx';
import { WebhookForm } from './webhook-form.tsx';

type ConnectedCardProps = { connection: Connection; isFirst: boolean; onChange: () => void };

/** One connected engine: what it is, where it is, and whether it is the one used first. */
export function ConnectedCard({ connection, isFirst, onChange }: ConnectedCardProps) {
  const { engine, description } = connection;
  const keyWords = engine === 'comfydeploy' ? keyExpiryWords(connection.keyExpiresAtMs, Date.now()) : null;
  return (
    <li class={styles.card}>
      <div>
        <p class={styles.name}>{settingsWords.connectedTo(description.name)}</p>
        <p class={styles.where}>
          {'baseUrl' in connection ? hostOf(connection.baseUrl) : engineNames[engine]}
        </p>
        {keyWords && <p class={styles.where}>{keyWords}</p>}
        {isFirst && <p class={styles.where}>{settingsWords.usedFirst}</p>}
      </div>
      <div class={styles.buttons}>
        {!isFirst && (
          <Button onClick={() => void preferEngine(engine).then(onChange)}>{settingsWords.useFirst}</Button>
        )}
        <Button onClick={() => void forgetConnection(engine).then(onChange)}>
          {settingsWords.disconnect}
        </Button>
      </div>
      <div class={styles.more}>
        {engine === 'comfydeploy' && <AccountFacts />}
        {description.inputs.length > 0 && <RoleChoices connection={connection} onChange={onChange} />}
        {engine === 'comfydeploy' && <WebhookForm connection={connection} onChange={onChange} />}
      </div>
    </li>
  );
}
