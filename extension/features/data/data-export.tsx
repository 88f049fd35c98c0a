import { useEffect, useState } from 'preact/hooks';
import { dataWords as words } from '#shared/i18n/en/data.ts';
import { teamSetupWords } from '#shared/i18n/en/team-setup.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { SecretInput } from '#shared/ui/controls/secret-input.tsx';
import { Switch } from '#shared/ui/controls/switch.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import text from '#shared/ui/text.module.css';
import { keychainContents } from '../../platform/keychain-store.ts';
import type { Services } from '../../platform/services.ts';
import styles from './data-section.module.css';
import { useExport } from './use-export.ts';

const { showPassword, hidePassword } = teamSetupWords.export;

/** Everything as one file, the history and the keys only where they are wanted. */
export function DataExport({ services }: { services: Services }) {
  const [hasHistory, setHasHistory] = useState(true);
  const [hasKeys, setHasKeys] = useState(false);
  const [password, setPassword] = useState('');
  const [hasDeviceToken, setHasDeviceToken] = useState(false);
  useEffect(() => {
    if (!hasKeys) return;
    void keychainContents(services.database).then((contents) => setHasDeviceToken(contents.hasDeviceToken));
  }, [hasKeys, services]);
  const exporting = useExport(services, { hasHistory, password: hasKeys ? password : null });
  return (
    <div class={styles.choices}>
      <p class={text.quiet}>{words.exportHint}</p>
      <OptionCost of="export" />
      <Switch label={words.withHistory} checked={hasHistory} onValue={setHasHistory} />
      <Switch label={words.withKeys} hint={words.keysHint} checked={hasKeys} onValue={setHasKeys} />
      {hasKeys && hasDeviceToken && <p class={text.quiet}>{words.deviceStays}</p>}
      {hasKeys && (
        <SecretInput
          label={words.password}
          hint={words.passwordHint}
          error={exporting.problem}
          showLabel={showPassword}
          hideLabel={hidePassword}
          value={password}
          onValue={setPassword}
        />
      )}
      <div>
        <Button busy={exporting.isBusy} onClick={exporting.save}>
          {words.export}
        </Button>
      </div>
      <p class={text.quiet} role="status">
        {exporting.said}
      </p>
    </div>
  );
}
