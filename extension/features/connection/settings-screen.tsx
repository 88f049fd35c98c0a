import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import type { FailoverRules } from '#shared/jobs/failover.ts';
import { loadFailoverRules } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { ComfyDeploySection } from './comfydeploy-section.tsx';
import { ConnectedCard } from './connected-card.tsx';
import { NotificationSwitch } from './notification-switch.tsx';
import { OneClickSwitch } from './one-click-switch.tsx';
import { OtherEngines } from './other-engines.tsx';
import { SectionLinks } from './section-links.tsx';
import { SettingsHeader } from './settings-header.tsx';
import styles from './settings-screen.module.css';
import { useSectionSearch } from './use-section-search.ts';

type SettingsScreenProps = {
  services: Services;
  /** Sections of other features. */
  children?: ComponentChildren;
};

/** Connection first, because nothing works without it; the rest below. */
export function SettingsScreen({ services, children }: SettingsScreenProps) {
  const [rules, setRules] = useState<FailoverRules>({ connections: [], fallbacks: {} });
  const { connections } = rules;
  const refresh = useCallback(() => void loadFailoverRules().then(setRules), []);
  useEffect(refresh, [refresh]);
  const page = useRef<HTMLElement>(null);
  const { query, setQuery, foundCount } = useSectionSearch(page);
  const hasMain = connections.some(({ engine }) => engine === 'comfydeploy');

  return (
    <div class={styles.layout}>
      <SettingsHeader query={query} foundCount={foundCount} onQuery={setQuery}>
        {/* While one searches, some lead nowhere. */}
        {foundCount === null && <SectionLinks page={page} />}
      </SettingsHeader>
      <main ref={page} class={styles.page}>
        {connections.length > 0 && (
          <ul class={styles.block} aria-label={settingsWords.connected}>
            {connections.map((connection, index) => (
              <ConnectedCard
                key={connection.engine}
                connection={connection}
                services={services}
                isFirst={index === 0}
                rules={rules}
                onChange={refresh}
              />
            ))}
          </ul>
        )}
        <section aria-labelledby="connect">
          <h2 id="connect">{hasMain ? settingsWords.change : settingsWords.connect}</h2>
          <ComfyDeploySection services={services} onConnected={refresh} />
        </section>
        <OtherEngines services={services} onConnected={refresh} />
        <section aria-labelledby="one-click">
          <h2 id="one-click">{settingsWords.oneClick.title}</h2>
          <OneClickSwitch />
        </section>
        <section aria-labelledby="notify">
          <h2 id="notify">{settingsWords.notify}</h2>
          <NotificationSwitch />
        </section>
        {children}
      </main>
    </div>
  );
}
