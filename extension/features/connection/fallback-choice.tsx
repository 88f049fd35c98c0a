import type { Connection } from '#shared/connection/connection.ts';
import { successorsOf } from '#shared/connection/fallbacks.ts';
import { engineIds } from '#shared/engines/engine.ts';
import { failoverWords, fallbackWords } from '#shared/i18n/en/failover.ts';
import type { FailoverRules } from '#shared/jobs/failover.ts';
import { Select } from '#shared/ui/controls/select.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import { saveFallback } from '../../platform/connection-store.ts';
import styles from './connected-card.module.css';

type FallbackChoiceProps = { connection: Connection; rules: FailoverRules; onChange: () => void };

/** Who goes on when an engine is down, where there is somebody: without a choice a person is asked. */
export function FallbackChoice({ connection, rules, onChange }: FallbackChoiceProps) {
  const { engine } = connection;
  const successors = successorsOf(engine, rules.connections);
  if (engine === 'on-device' || successors.length === 0) return null;
  const chosen = rules.fallbacks[engine];
  const choose = (value: string) => {
    const to = engineIds.find((id) => id === value) ?? null;
    void saveFallback(engine, to).then(onChange);
  };
  return (
    <div class={styles.fallback}>
      <Select
        label={fallbackWords.label}
        hint={chosen && `${failoverWords.changes[chosen]} ${fallbackWords.never}`}
        value={chosen ?? ''}
        options={[
          { value: '', label: fallbackWords.ask },
          ...successors.map((each) => ({
            value: each.engine,
            label: fallbackWords.goOn(each.description.name),
          })),
        ]}
        onValue={choose}
      />
      <OptionCost of="fallback" />
    </div>
  );
}
