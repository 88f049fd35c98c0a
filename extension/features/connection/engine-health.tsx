import type { Connection } from '#shared/connection/connection.ts';
import { healthWords } from '#shared/i18n/en/health.ts';
import { describeHealth } from '#shared/i18n/health-words.ts';
import { useHealth } from '../../platform/views/use-health.ts';
import styles from './engine-health.module.css';

/** How a connected engine is doing, looked up when the settings are opened and when asked again. */
export function EngineHealth({ connection }: { connection: Connection }) {
  const { health, check } = useHealth(connection);
  const { engine } = connection;
  return (
    <p class={styles.health}>
      <span class={styles.mark} data-state={health?.state ?? 'unknown'} />
      <span role="status" aria-label={healthWords.label}>
        {health ? describeHealth(health, engine, health.sinceMs) : healthWords.checking}
      </span>
      {engine !== 'on-device' && health && (
        <button type="button" class={styles.again} onClick={check}>
          {healthWords.again}
        </button>
      )}
    </p>
  );
}
