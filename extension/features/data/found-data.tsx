import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Connection } from '#shared/connection/connection.ts';
import { hostOf } from '#shared/engines/http/host-of.ts';
import { dataWords } from '#shared/i18n/en/data.ts';
import { teamSetupWords } from '#shared/i18n/en/team-setup.ts';
import { formatMoment } from '#shared/i18n/format-date.ts';
import { presetPrefix } from '#shared/presets/preset-library.ts';
import { isDeleted } from '#shared/sync/sync-item.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { SecretInput } from '#shared/ui/controls/secret-input.tsx';
import { Switch } from '#shared/ui/controls/switch.tsx';
import styles from './data-section.module.css';
import type { FoundData as Found } from './open-export.ts';
import { hostsOf } from './take-connections.ts';
import type { Wanted } from './take-wanted.ts';

const words = dataWords.import;
const { showPassword, hidePassword } = teamSetupWords.export;

type FoundDataProps = {
  found: Found;
  /** What is connected here. */
  here: readonly Connection[];
  isWrong: boolean;
  isBusy: boolean;
  onTake(wanted: Wanted, asking: Promise<unknown>): void;
  onLeave(): void;
};

/** What is in a saved file, and how much of it is wanted. */
export function FoundData({ found, here, isWrong, isBusy, onTake, onLeave }: FoundDataProps) {
  const { backup, history } = found;
  const [wanted, setWanted] = useState<Wanted>({
    hasSettings: true,
    hasHistory: history !== null,
    password: '',
  });
  const change = (part: Partial<Wanted>) => setWanted({ ...wanted, ...part });
  const origins = hostsOf(enginesToAdd(found, here, wanted.password !== ''));
  const take = () => {
    // Nothing may come before the request: after any wait the browser no longer sees a click.
    onTake(wanted, origins.length > 0 ? browser.permissions.request({ origins }) : Promise.resolve(true));
  };
  return (
    <div class={styles.found}>
      {linesOf(found).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Switch
        label={words.withSettings}
        checked={wanted.hasSettings}
        onValue={(hasSettings) => change({ hasSettings })}
      />
      {history && (
        <Switch
          label={words.withHistory}
          checked={wanted.hasHistory}
          onValue={(hasHistory) => change({ hasHistory })}
        />
      )}
      {backup.keys && (
        <SecretInput
          label={words.keys}
          hint={words.keysHint}
          error={isWrong ? words.wrong : undefined}
          showLabel={showPassword}
          hideLabel={hidePassword}
          value={wanted.password}
          onValue={(password) => change({ password })}
        />
      )}
      {origins.length > 0 && <p>{words.permission(origins.map(hostIn).join(', '))}</p>}
      <div class={styles.buttons}>
        <Button kind="primary" busy={isBusy} onClick={take}>
          {words.take}
        </Button>
        <Button onClick={onLeave}>{words.leave}</Button>
      </div>
    </div>
  );
}

function linesOf({ backup, history }: Found): string[] {
  const presets = backup.synced.filter((item) => item.id.startsWith(presetPrefix) && !isDeleted(item));
  const engines = backup.connections.map(({ connection }) => nameOf(connection)).join(', ');
  return [
    words.found(formatMoment(backup.savedAtMs), backup.restyle),
    words.presets(presets.length),
    ...(history ? [words.results(history.results.length)] : []),
    ...(engines === '' ? [] : [words.engines(engines)]),
  ];
}

function nameOf(connection: Connection): string {
  const { name } = connection.description;
  return 'baseUrl' in connection ? words.engineAt(name, hostOf(connection.baseUrl)) : name;
}

/** Engines whose keys stay locked are not connected, so nothing is asked for them. */
function enginesToAdd({ backup }: Found, here: readonly Connection[], hasKeys: boolean): Connection[] {
  const known = new Set(here.map(({ engine }) => engine));
  return backup.connections.flatMap(({ connection, hasKey }) =>
    known.has(connection.engine) || (hasKey && !hasKeys) ? [] : connection,
  );
}

function hostIn(pattern: string): string {
  return pattern.replace(/^.*:\/\//, '').replace(/\/\*$/, '');
}
