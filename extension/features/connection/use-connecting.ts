import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Connection } from '#shared/connection/connection.ts';
import { AppError, toErrorData } from '#shared/errors/app-error.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { ConnectionCheck } from '#shared/ui/settings/connection-form.ts';
import { saveConnection } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';

/** One way to an engine, as a form has it filled in. */
export type Attempt = {
  /** Match patterns to ask for. Raises `invalid-input`. */
  hosts(): string[];
  test(): Promise<Connection>;
  /** The key to keep, `null` where the engine needs none. */
  secret: string | null;
};

/** What Connect does, for every engine: ask for the hosts, test, keep. */
export function useConnecting({ database }: Services, onConnected: () => void) {
  const [check, setCheck] = useState<ConnectionCheck | null>(null);

  async function finish(asking: Promise<boolean>, { hosts, test, secret }: Attempt): Promise<void> {
    if (!(await asking)) {
      throw new AppError('host-not-allowed', 'The browser was not allowed to', { host: hosts().join(', ') });
    }
    const connection = await test();
    await saveConnection(connection, secret, database);
    const { name, gpu, inputs } = connection.description;
    setCheck({ state: 'ok', name, gpu, inputs: inputs.map(({ label }) => label) });
    onConnected();
  }

  const connect = (attempt: Attempt) => {
    // First statement of the click: the browser refuses to ask after any wait.
    const asking = askForHosts(attempt);
    setCheck({ state: 'checking' });
    void finish(asking, attempt).catch((error: unknown) => {
      const data = toErrorData(error);
      setCheck({ state: 'failed', error: data, words: errorWords(data) });
    });
  };

  return { check, connect };
}

async function askForHosts({ hosts }: Attempt): Promise<boolean> {
  const origins = hosts();
  return origins.length === 0 || browser.permissions.request({ origins });
}
