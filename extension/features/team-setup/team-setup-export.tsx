import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Connection } from '#shared/connection/connection.ts';
import { teamSetupWords } from '#shared/i18n/en/team-setup.ts';
import { teamServerOf } from '#shared/team-setup/team-setup.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { SecretInput } from '#shared/ui/controls/secret-input.tsx';
import { Switch } from '#shared/ui/controls/switch.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import text from '#shared/ui/text.module.css';
import { loadConnections } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { usePresets } from '../../platform/views/use-presets.ts';
import styles from './team-setup.module.css';
import { useHandingOn } from './use-handing-on.ts';

const words = teamSetupWords.export;

/** For who has set Restyle up: the same for everybody else, in one line or file. */
export function TeamSetupExport({ services }: { services: Services }) {
  const connection = useSharedConnection();
  const own = usePresets(services).all.filter(({ builtIn }) => !builtIn);
  const [hasPresets, setHasPresets] = useState(true);
  const [hasKey, setHasKey] = useState(false);
  const [password, setPassword] = useState('');
  const { said, problem, ...handOn } = useHandingOn(services, {
    connection,
    presets: hasPresets ? own : [],
    password: hasKey ? password : null,
  });
  if (!connection) return null;
  return (
    <section aria-labelledby="team-setup">
      <h2 id="team-setup">{words.heading}</h2>
      <p class={text.quiet}>{words.lead}</p>
      <OptionCost of="teamSetup" />
      {own.length > 0 && (
        <Switch
          label={words.withPresets(own.length)}
          hint={words.presetsHint}
          checked={hasPresets}
          onValue={setHasPresets}
        />
      )}
      <Switch label={words.withKey} hint={words.keyHint} checked={hasKey} onValue={setHasKey} />
      {hasKey && (
        <SecretInput
          label={words.password}
          hint={words.passwordHint}
          error={problem ?? undefined}
          showLabel={words.showPassword}
          hideLabel={words.hidePassword}
          value={password}
          onValue={setPassword}
        />
      )}
      <div class={styles.buttons}>
        <Button onClick={handOn.copy}>{words.copy}</Button>
        <Button onClick={handOn.save}>{words.save}</Button>
      </div>
      <p class={text.quiet} role="status">
        {said}
      </p>
    </section>
  );
}

/** What the team has in common; `null` while nothing of that kind is connected. */
function useSharedConnection(): Connection | null {
  const [connection, setConnection] = useState<Connection | null>(null);
  useEffect(() => {
    const find = async () => (await loadConnections()).find((each) => teamServerOf(each) !== null) ?? null;
    const look = () => void find().then(setConnection);
    look();
    browser.storage.local.onChanged.addListener(look);
    return () => browser.storage.local.onChanged.removeListener(look);
  }, []);
  return connection;
}
