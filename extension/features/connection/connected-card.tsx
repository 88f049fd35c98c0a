import type { Connection } from '#shared/connection/connection.ts';
import { hostOf } from '#shared/engines/http/host-of.ts';
import { engineNames } from '#shared/i18n/en/engines.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import type { FailoverRules } from '#shared/jobs/failover.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { forgetConnection, preferEngine } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { AccountFacts } from './account-facts.tsx';
import styles from './connected-card.module.css';
import { EngineHealth } from './engine-health.tsx';
import { FallbackChoice } from './fallback-choice.tsx';
import { keyExpiryWords } from './key-words.ts';
import { RoleChoices } from './role-choices.tsx';
import { WebhookForm } from './webhook-form.tsx';

type ConnectedCardProps = {
  connection: Connection;
  isFirst: boolean;
  rules: FailoverRules;
  services: Services;
  onChange: () => void;
};

/** One connected engine: what and where it is, how it is doing, and what happens when it is down. */
export function ConnectedCard({ connection, isFirst, rules, services, onChange }: ConnectedCardProps) {
  const { engine, description } = connection;
  const keyWords = engine === 'comfydeploy' ? keyExpiryWords(connection.keyExpiresAtMs, Date.now()) : null;
  return (
    <li class={styles.card}>
      <div class={styles.facts}>
        <p class={styles.name}>{settingsWords.connectedTo(description.name)}</p>
        <p class={styles.where}>
          {'baseUrl' in connection ? hostOf(connection.baseUrl) : engineNames[engine]}
        </p>
        {keyWords && <p class={styles.where}>{keyWords}</p>}
        {isFirst && <p class={styles.where}>{settingsWords.usedFirst}</p>}
        <EngineHealth connection={connection} />
      </div>
      <div class={styles.buttons}>
        {!isFirst && (
          <Button onClick={() => void preferEngine(engine).then(onChange)}>{settingsWords.useFirst}</Button>
        )}
        <Button onClick={() => void forgetConnection(engine).then(onChange)}>
          {settingsWords.disconnect}
        </Button>
      </div>
      <FallbackChoice connection={connection} rules={rules} onChange={onChange} />
      <div class={styles.more}>
        {engine === 'comfydeploy' && <AccountFacts />}
        {description.inputs.length > 0 && <RoleChoices connection={connection} onChange={onChange} />}
        {engine === 'comfydeploy' && (
          <WebhookForm connection={connection} services={services} onChange={onChange} />
        )}
      </div>
    </li>
  );
}
