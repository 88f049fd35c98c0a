import { Button, Textbox } from '@create-figma-plugin/ui';
import { useId } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { RouteDraft } from './connect.ts';
import styles from './connect-form.module.css';

const words = figmaWords.connect;

type ConnectFormProps = {
  draft: RouteDraft;
  isTesting: boolean;
  /** A draft that was tested needs no button. */
  isTested: boolean;
  onChange(draft: RouteDraft): void;
  onTest(): void;
};

/** The chosen route's few fields and the button that tries it. */
export function ConnectForm({ draft, isTesting, isTested, onChange, onTest }: ConnectFormProps) {
  const { route } = draft;
  const missing = whatIsMissing(draft);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!missing && !isTesting) onTest();
  };
  return (
    <form class={styles.form} onSubmit={onSubmit} noValidate>
      <p class={styles.hint}>{words.routeHints[route]}</p>
      <Fields draft={draft} onChange={onChange} />
      <p class={styles.hint}>{route === 'device' ? words.staysHere : words.privacy}</p>
      {!isTested && (
        <Button fullWidth loading={isTesting} disabled={missing !== null} title={missing ?? ''}>
          {words.test[route]}
        </Button>
      )}
    </form>
  );
}

function Fields({ draft, onChange }: Pick<ConnectFormProps, 'draft' | 'onChange'>) {
  const { route } = draft;
  const change = (part: Partial<RouteDraft>) => onChange({ ...draft, ...part });
  if (route === 'device') return null;
  const secret = (
    <Field
      label={words.secret[route]}
      hint={words.secretKept}
      isSecret
      value={draft.secret}
      onValue={(secret) => change({ secret })}
    />
  );
  if (route === 'browser') return secret;
  return (
    <>
      <Field label={words.address[route]} value={draft.address} onValue={(address) => change({ address })} />
      {secret}
      <Field
        label={words.deploymentId}
        placeholder={words.deploymentHint}
        value={draft.deploymentId}
        onValue={(deploymentId) => change({ deploymentId })}
      />
    </>
  );
}

function whatIsMissing({ route, secret, deploymentId }: RouteDraft): string | null {
  if (route === 'device') return null;
  if (secret.trim() === '') return words.needsSecret[route];
  return route !== 'browser' && deploymentId.trim() === '' ? words.needsDeployment : null;
}

type FieldProps = {
  label: string;
  hint?: string;
  placeholder?: string;
  isSecret?: boolean;
  value: string;
  onValue(value: string): void;
};

function Field({ label, hint, placeholder, isSecret = false, value, onValue }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label class={styles.label} for={id}>
        {label}
      </label>
      <Textbox
        id={id}
        password={isSecret}
        placeholder={placeholder ?? ''}
        aria-describedby={hint ? `${id}-hint` : ''}
        value={value}
        onValueInput={onValue}
      />
      {hint && (
        <p id={`${id}-hint`} class={styles.below}>
          {hint}
        </p>
      )}
    </div>
  );
}
