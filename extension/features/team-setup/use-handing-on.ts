import { useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import { type KeychainEnvelope, lockKeychain, newLock } from '#shared/connection/keychain.ts';
import { leastPassphrase } from '#shared/connection/passphrase.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { teamSetupWords } from '#shared/i18n/en/team-setup.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { setupToText } from '#shared/team-setup/setup-text.ts';
import { teamServerOf, writeTeamSetup } from '#shared/team-setup/team-setup.ts';
import { loadApiKey } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { saveTextFile } from '../../platform/views/save-text-file.ts';

const words = teamSetupWords.export;

type Chosen = { connection: Connection | null; presets: readonly Preset[]; password: string | null };

/** Makes the setup that was chosen, and gives it to the clipboard or a file. */
export function useHandingOn({ database }: Services, { connection, presets, password }: Chosen) {
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function lockedKey(of: Connection): Promise<KeychainEnvelope | null> {
    const apiKey = password === null ? null : await loadApiKey(of.engine, database);
    if (password === null || apiKey === null) return null;
    return lockKeychain([{ connection: of, apiKey }], await newLock(password));
  }

  async function write(withPictures: boolean): Promise<string> {
    const server = connection && teamServerOf(connection);
    if (!connection || !server) return '';
    const shown = withPictures ? presets : presets.map((preset) => ({ ...preset, picture: null }));
    const { name } = connection.description;
    return writeTeamSetup({ name, server, presets: shown, lockedKey: await lockedKey(connection) });
  }

  const hand = (work: () => Promise<string>) => {
    setSaid(null);
    const isTooShort = password !== null && password.trim().length < leastPassphrase;
    setProblem(isTooShort ? words.tooShort : null);
    if (isTooShort) return;
    void work().then(setSaid, (error: unknown) => setProblem(toErrorData(error).detail));
  };
  return {
    said,
    problem,
    copy: () =>
      hand(async () => {
        await navigator.clipboard.writeText(await setupToText(await write(false)));
        return words.copied;
      }),
    save: () =>
      hand(async () => {
        saveTextFile(words.fileName, await write(true));
        return words.saved;
      }),
  };
}
