import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { keychainWords as words } from '#shared/i18n/en/keychain.ts';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import {
  type KeychainState,
  keychainContents,
  keychainState,
  turnKeychainOff,
  turnKeychainOn,
  unlockKeychain,
} from '../../platform/keychain-store.ts';
import type { Services } from '../../platform/services.ts';
import { KeychainOn } from './keychain-on.tsx';
import styles from './keychain-section.module.css';
import { OwnDevice } from './own-device.tsx';
import { PasswordForm } from './password-form.tsx';
import { WaitingConnections } from './waiting-connections.tsx';

type Seen = Awaited<ReturnType<typeof keychainContents>> & { state: KeychainState };

/** Keys on a person's other browsers: locked with a password that only the person knows. */
export function KeychainSection({ services: { database } }: { services: Services }) {
  const [seen, setSeen] = useState<Seen | null>(null);
  const look = useCallback(async () => {
    setSeen({ state: await keychainState(database), ...(await keychainContents(database)) });
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
      {seen?.hasDeviceToken && <OwnDevice />}
      {seen?.state === 'off' && !seen.hasKeys && !seen.hasDeviceToken && (
        <p class={styles.lead}>{words.nothingToShare}</p>
      )}
      {seen?.state === 'off' && seen.hasKeys && (
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
