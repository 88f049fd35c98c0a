import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { keychainWords as words } from '#shared/i18n/en/keychain.ts';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import { loadConnections } from '../../platform/connection-store.ts';
import {
  type KeychainState,
  keychainState,
  turnKeychainOff,
  turnKeychainOn,
  unlockKeychain,
} from '../../platform/keychain-store.ts';
import type { Services } from '../../platform/services.ts';
import { KeychainOn } from './keychain-on.tsx';
import styles from './keychain-section.module.css';
import { PasswordForm } from './password-form.tsx';
import { WaitingConnections } from './waiting-connections.tsx';

type Seen = { state: KeychainState; hasConnections: boolean };

/** Keys on a person's other browsers: locked with a password that only the person knows. */
export function KeychainSection({ services: { database } }: { services: Services }) {
  const [seen, setSeen] = useState<Seen | null>(null);
  const look = useCallback(async () => {
    const connections = await loadConnections();
    const hasConnections = connections.some(({ engine }) => engine !== 'on-device');
    setSeen({ state: await keychainState(database), hasConnections });
  }, [database]);
  useEffect(() => {
    const onChanged = () => void look();
    onChanged();
    browser.storage.onChanged.addListener(onChanged);
    return () => browser.storage.onChanged.removeListener(onChanged);
  }, [look]);

  const turnOn = async (password: string) => {
    await turnKeychainOn(password, database);
    await look();
    return true;
  };
  const unlock = async (password: string) => {
    const isRight = await unlockKeychain(password, database);
    if (isRight) await look();
    return isRight;
  };
  const turnOff = () => void turnKeychainOff(database).then(look);

  return (
    <section aria-labelledby="keychain">
      <h2 id="keychain">{words.heading}</h2>
      <OptionCost of="keychain" />
      {seen?.state === 'off' && !seen.hasConnections && <p class={styles.lead}>{words.nothingToShare}</p>}
      {seen?.state === 'off' && seen.hasConnections && (
        <PasswordForm lead={words.off} isNew button={words.turnOn} onPassword={turnOn} />
      )}
      {seen?.state === 'locked' && (
        <PasswordForm lead={words.locked} button={words.unlock} onPassword={unlock} onForgotten={turnOff} />
      )}
      {seen?.state === 'on' && <KeychainOn onChange={turnOn} onTurnOff={turnOff} />}
      {seen?.state === 'on' && <WaitingConnections database={database} />}
    </section>
  );
}
