import { useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import type { EngineId } from '#shared/engines/engine.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { ConnectionCheck } from '#shared/ui/settings/connection-form.ts';
import { saveConnection } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { askForHosts } from './ask-for-hosts.ts';

/** One way to an engine, as a form has it filled in. */
export type Attempt = {
  engine: EngineId;
  /** Match patterns to ask for. Raises `invalid-input`. */
  hosts(): string[];
  test(): Promise<Connection>;
  /** The key to keep, `null` where the engine needs none. */
  secret: string | null;
};

/** What Connect does, for every engine: ask for the hosts, test, keep. */
export function useConnecting({ database }: Services, onConnected: () => void) {
  const [check, setCheck] = useState<ConnectionCheck | null>(null);

  async function finish(asking: Promise<void>, { test, secret }: Attempt): Promise<void> {
    await asking;
    const connection = await test();
    await saveConnection(connection, secret, database);
    const { name, gpu, inputs } = connection.description;
    setCheck({ state: 'ok', name, gpu, inputs: inputs.map(({ label }) => label) });
    onConnected();
  }

  const connect = (attempt: Attempt) => {
    const { engine } = attempt;
    const asking = askForHosts(attempt.hosts);
    setCheck({ state: 'checking' });
    void finish(asking, attempt).catch((error: unknown) => {
      const data = toErrorData(error);
      const { action, button, other, ...words } = errorWords(data, { engine, isConnecting: true });
      const look = [{ action, button }, other].find((way) => way?.action === 'open-address');
      // The person is in the settings already: what helps is to try what they change.
      const retry = { action: 'retry', button: settingsWords.tryAgain } as const;
      setCheck({ state: 'failed', error: data, words: { ...words, ...retry, ...(look && { other: look }) } });
    });
  };

  return { check, connect };
}
