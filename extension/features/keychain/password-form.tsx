import { useState } from 'preact/hooks';
import { leastPassphrase } from '#shared/connection/passphrase.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { keychainWords as words } from '#shared/i18n/en/keychain.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { SecretInput } from '#shared/ui/controls/secret-input.tsx';
import styles from './keychain-section.module.css';

type PasswordFormProps = {
  lead: string;
  button: string;
  /** A password to be set, which has to be long enough; else one that was set before. */
  isNew?: boolean;
  /** Answers whether it was the right one. */
  onPassword(password: string): Promise<boolean>;
  onForgotten?: () => void;
};

export function PasswordForm({ lead, button, isNew = false, onPassword, onForgotten }: PasswordFormProps) {
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();

  const send = async () => {
    if (isNew && password.trim().length < leastPassphrase) return setProblem(words.tooShort);
    setBusy(true);
    const answer = await onPassword(password).catch((error: unknown) => toErrorData(error).detail);
    setBusy(false);
    if (answer === true) setPassword('');
    else setProblem(answer === false ? words.wrong : words.failed(answer));
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!isBusy) void send();
  };
  const type = (typed: string) => {
    setPassword(typed);
    setProblem(undefined);
  };

  return (
    <form class={styles.form} aria-label={words.heading} onSubmit={onSubmit} noValidate>
      <p class={styles.lead}>{lead}</p>
      <SecretInput
        label={words.password}
        hint={isNew ? words.passwordHint : undefined}
        error={problem}
        value={password}
        showLabel={words.showPassword}
        hideLabel={words.hidePassword}
        onValue={type}
      />
      <div class={styles.buttons}>
        <Button type="submit" busy={isBusy}>
          {isBusy ? words.working : button}
        </Button>
        {onForgotten && <Button onClick={onForgotten}>{words.forgotten}</Button>}
      </div>
    </form>
  );
}
