import { useState } from 'preact/hooks';
import { hostOf } from '#shared/engines/http/host-of.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { teamSetupWords } from '#shared/i18n/en/team-setup.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { newPresetsIn } from '#shared/team-setup/apply-setup.ts';
import { openLockedKey } from '#shared/team-setup/open-locked-key.ts';
import type { OpenedSetup, TeamSetup } from '#shared/team-setup/team-setup.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { SecretInput } from '#shared/ui/controls/secret-input.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import text from '#shared/ui/text.module.css';
import type { Services } from '../../platform/services.ts';
import styles from './team-setup.module.css';

const words = teamSetupWords.import;
const { showPassword, hidePassword } = teamSetupWords.export;

type FoundSetupProps = { setup: TeamSetup; services: Services; onTaken(setup: OpenedSetup): void };

/** What is in a setup and where pictures would go, before anything of it is used. */
export function FoundSetup({ setup, services, onTaken }: FoundSetupProps) {
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [isWrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const host = hostOf(setup.server.baseUrl);

  const open = async () => {
    const apiKey = password === '' ? null : await openLockedKey(setup, password);
    if (password !== '' && apiKey === null) return setWrong(true);
    await keepPresets(setup, services);
    onTaken({ ...setup, apiKey });
  };
  const use = () => {
    setBusy(true);
    setProblem(null);
    const opening = open().catch((error: unknown) => setProblem(sentenceFor(error)));
    void opening.finally(() => setBusy(false));
  };
  return (
    <Notice>
      <p class={text.label}>{words.found(setup.name, host)}</p>
      <p>
        {words.trust(host)} {setup.presets.length > 0 && words.presets(setup.presets.length)}
      </p>
      {setup.lockedKey && (
        <SecretInput
          label={words.password}
          hint={words.passwordHint}
          error={isWrong ? words.wrong : undefined}
          showLabel={showPassword}
          hideLabel={hidePassword}
          value={password}
          onValue={(typed) => {
            setPassword(typed);
            setWrong(false);
            setProblem(null);
          }}
        />
      )}
      {problem && <p role="alert">{problem}</p>}
      <div class={styles.buttons}>
        <Button kind="primary" busy={isBusy} onClick={use}>
          {isBusy ? words.working : words.use}
        </Button>
      </div>
    </Notice>
  );
}

/** A setup's own refusals are sentences; what is kept is refused with an error's words. */
function sentenceFor(error: unknown): string {
  const data = toErrorData(error);
  return data.code === 'invalid-input' ? data.detail : errorWords(data).title;
}

async function keepPresets({ presets: offered }: TeamSetup, { presets }: Services): Promise<void> {
  const { all } = await presets.load();
  for (const draft of newPresetsIn(offered, all)) await presets.create(draft);
}
