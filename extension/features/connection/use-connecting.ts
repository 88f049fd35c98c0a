import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type ConnectionDraft, hostPatternsFor, testConnection } from '#shared/connection/connect.ts';
import type { Connection } from '#shared/connection/connection.ts';
import { hostedBaseUrl } from '#shared/engines/comfydeploy/base-url.ts';
import { AppError, toErrorData } from '#shared/errors/app-error.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { systemClock } from '#shared/platform.ts';
import type { ConnectionCheck } from '#shared/ui/settings/connection-form.ts';
import { saveConnection } from '../../platform/connection-store.ts';
import { hostFetch } from '../../platform/host-fetch.ts';
import type { Services } from '../../platform/services.ts';

const emptyDraft: ConnectionDraft = {
  baseUrl: hostedBaseUrl,
  apiKey: '',
  deploymentId: '',
  storageOrigins: '',
};

/** The form's state, and what Connect does: ask for the hosts, test, keep. */
export function useConnecting({ database }: Services, onConnected: (connection: Connection) => void) {
  const [draft, setDraft] = useState(emptyDraft);
  const [check, setCheck] = useState<ConnectionCheck | null>(null);

  const connect = () => {
    // First statement of the click: the browser refuses to ask after any wait.
    const asking = askForHosts(draft);
    setCheck({ state: 'checking' });
    void finish(asking).catch((error: unknown) => {
      const data = toErrorData(error);
      setCheck({ state: 'failed', error: data, words: errorWords(data) });
    });
  };

  async function finish(asking: Promise<boolean>): Promise<void> {
    if (!(await asking)) {
      throw new AppError('host-not-allowed', 'The browser was not allowed to', {
        host: URL.parse(draft.baseUrl)?.host ?? draft.baseUrl,
      });
    }
    const connection = await testConnection(draft, { fetch: hostFetch, clock: systemClock });
    await saveConnection(connection, draft.apiKey.trim(), database);
    const { name, gpu, inputs } = connection.description;
    setCheck({ state: 'ok', name, gpu, inputs: inputs.map(({ label }) => label) });
    setDraft({ ...draft, apiKey: '' });
    onConnected(connection);
  }

  return { draft, check, setDraft, connect };
}

async function askForHosts(draft: ConnectionDraft): Promise<boolean> {
  return browser.permissions.request({ origins: hostPatternsFor(draft) });
}
