import { useId } from 'preact/hooks';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Disclosure } from '#shared/ui/controls/disclosure.tsx';
import { SecretInput } from '#shared/ui/controls/secret-input.tsx';
import { TextArea } from '#shared/ui/controls/text-area.tsx';
import { TextInput } from '#shared/ui/controls/text-input.tsx';
import type { ErrorNoticeHandlers } from '#shared/ui/feedback/error-notice.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { CheckResult } from '#shared/ui/settings/check-result.tsx';
import {
  type ConnectionCheck,
  type ConnectionDraft,
  connectBlockedBy,
} from '#shared/ui/settings/connection-form.ts';
import text from '../text.module.css';
import styles from './connect-form.module.css';

const words = panelWords.connect;

type ConnectFormProps = ErrorNoticeHandlers & {
  value: ConnectionDraft;
  /** `null` before the first try. */
  check: ConnectionCheck | null;
  /** Where pictures go and who can open them. */
  notice?: string;
  onChange(value: ConnectionDraft): void;
  onConnect(): void;
};

export function ConnectForm(props: ConnectFormProps) {
  const { value, check, notice = words.privacy } = props;
  const noteId = useId();
  const checking = check?.state === 'checking';
  const blockedBy = connectBlockedBy(value);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!checking && !blockedBy) props.onConnect();
  };
  return (
    <form class={styles.form} aria-label={words.form} onSubmit={onSubmit} noValidate>
      <Fields value={value} onChange={props.onChange} />
      <Notice>{notice}</Notice>
      <div class={styles.connect}>
        <Button
          kind="primary"
          type="submit"
          busy={checking}
          blocked={blockedBy !== null}
          describedBy={blockedBy ? noteId : undefined}
        >
          {checking ? words.checking : words.button}
        </Button>
        <p id={noteId} class={text.quiet}>
          {blockedBy}
        </p>
      </div>
      <CheckResult check={check} onAction={props.onAction} onCopyDetails={props.onCopyDetails} />
    </form>
  );
}

function Fields({ value, onChange }: Pick<ConnectFormProps, 'value' | 'onChange'>) {
  const field = (name: keyof ConnectionDraft) => ({
    value: value[name],
    onValue: (typed: string) => onChange({ ...value, [name]: typed }),
  });
  return (
    <>
      <SecretInput
        {...field('apiKey')}
        label={words.apiKey}
        hint={words.apiKeyHint}
        showLabel={words.showKey}
        hideLabel={words.hideKey}
      />
      <TextInput {...field('deploymentId')} label={words.deploymentId} hint={words.deploymentIdHint} />
      <Disclosure label={words.ownServer}>
        <TextInput {...field('baseUrl')} type="url" label={words.baseUrl} hint={words.baseUrlHint} />
        <TextArea {...field('storageOrigins')} label={words.storageOrigins} hint={words.storageOriginsHint} />
      </Disclosure>
    </>
  );
}
