import { useState } from 'preact/hooks';
import { keychainWords as words } from '#shared/i18n/en/keychain.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import styles from './keychain-section.module.css';
import { PasswordForm } from './password-form.tsx';

type KeychainOnProps = { onChange(password: string): Promise<boolean>; onTurnOff(): void };

/** What is so while the keys are shared, and the ways to change it. */
export function KeychainOn({ onChange, onTurnOff }: KeychainOnProps) {
  const [isChanging, setChanging] = useState(false);
  const change = async (password: string) => {
    const isDone = await onChange(password);
    if (isDone) setChanging(false);
    return isDone;
  };
  return (
    <>
      <Notice tone="success">{words.on}</Notice>
      {isChanging ? (
        <PasswordForm lead="" isNew button={words.change} onPassword={change} />
      ) : (
        <div class={styles.buttons}>
          <Button onClick={() => setChanging(true)}>{words.change}</Button>
          <Button onClick={onTurnOff}>{words.turnOff}</Button>
        </div>
      )}
      <p class={styles.lead}>{words.turnOffMeans}</p>
    </>
  );
}
