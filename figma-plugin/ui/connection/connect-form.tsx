import { Button, SegmentedControl, Textbox } from '@create-figma-plugin/ui';
import { useId } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { RouteDraft } from './connect.ts';
import styles from './connect-form.module.css';
import { type Route, routes } from './route.ts';

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
  const change = (part: Partial<RouteDraft>) => onChange({ ...draft, ...part });
  const missing = whatIsMissing(draft);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!missing && !isTesting) onTest();
  };
  return (
    <form class={styles.form} onSubmit={onSubmit} noValidate>
      <SegmentedControl
        value={route}
        options={routes.map((value) => ({ value, children: words.routes[value] }))}
        onValueChange={(value: string) => change({ route: value as Route })}
      />
      <p class={styles.hint}>{words.routeHints[route]}</p>
      {route !== 'browser' && (
        <Field
          label={words.address[route]}
          value={draft.address}
          onValue={(address) => change({ address })}
        />
      )}
      <Field
        label={words.secret[route]}
        hint={words.secretKept}
        isSecret
        value={draft.secret}
        onValue={(secret) => change({ secret })}
      />
      {route !== 'browser' && (
        <Field
          label={words.deploymentId}
          placeholder={words.deploymentHint}
          value={draft.deploymentId}
          onValue={(deploymentId) => change({ deploymentId })}
        />
      )}
      <p class={styles.privacy}>{words.privacy}</p>
      {!isTested && (
        <Button fullWidth loading={isTesting} disabled={missing !== null} title={missing ?? ''}>
          {route === 'browser' ? words.pair : words.test}
        </Button>
      )}
    </form>
  );
}

function whatIsMissing({ route, secret, deploymentId }: RouteDraft): string | null {
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
