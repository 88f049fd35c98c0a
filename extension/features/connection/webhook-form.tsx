import { useEffect, useState } from 'preact/hooks';
import type { ComfyDeployConnection } from '#shared/connection/connection.ts';
import { parseWebhookUrl } from '#shared/connection/webhook.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Disclosure } from '#shared/ui/controls/disclosure.tsx';
import { Switch } from '#shared/ui/controls/switch.tsx';
import { TextInput } from '#shared/ui/controls/text-input.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import { loadWebhook, saveWebhook } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import styles from './connected-card.module.css';

const words = settingsWords.webhook;

type WebhookFormProps = { connection: ComfyDeployConnection; services: Services; onChange: () => void };
type Outcome = { saved: string } | { wrong: string };

/** Where ComfyDeploy tells the team's own server of each run. */
export function WebhookForm({ connection, services, onChange }: WebhookFormProps) {
  const [url, setUrl] = useState('');
  const [everyStep, setEveryStep] = useState(connection.webhook?.everyStep ?? false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  useEffect(() => {
    void loadWebhook(connection, services.database).then((kept) => kept && setUrl(kept.url));
  }, []);

  async function save(): Promise<void> {
    const parsed = parseWebhookUrl(url);
    await saveWebhook(parsed === null ? null : { url: parsed, everyStep }, services.database);
    setOutcome({ saved: parsed === null ? words.removed : words.saved });
    onChange();
  }
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void save().catch((error: unknown) => setOutcome({ wrong: toErrorData(error).detail }));
  };
  return (
    <Disclosure label={words.label} summary={connection.webhook?.host}>
      <form class={styles.form} aria-label={words.label} onSubmit={onSubmit} noValidate>
        <TextInput
          type="url"
          label={words.url}
          hint={words.hint}
          error={outcome && 'wrong' in outcome ? outcome.wrong : undefined}
          value={url}
          onValue={setUrl}
        />
        <OptionCost of="webhook" />
        <Switch label={words.everyStep} checked={everyStep} onValue={setEveryStep} />
        <div>
          <Button type="submit">{words.save}</Button>
        </div>
        <p class={styles.where} role="status">
          {outcome && 'saved' in outcome ? outcome.saved : null}
        </p>
      </form>
    </Disclosure>
  );
}
