import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type ConnectionDraft, hostPatternsFor } from '#shared/connection/connection-draft.ts';
import { normaliseBaseUrl } from '#shared/engines/comfydeploy/base-url.ts';
import { beginBrowserLogin, finishBrowserLogin } from '#shared/engines/comfydeploy/browser-login.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { systemClock, systemIds } from '#shared/platform.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { hostFetch } from '../../platform/host-fetch.ts';
import { askForHosts } from './ask-for-hosts.ts';
import styles from './deployment-picker.module.css';

const words = settingsWords.signIn;

type SignInProps = { draft: ConnectionDraft; onKey: (apiKey: string) => void };

/** A key of one week by signing in, for who has none to paste. */
export function SignIn({ draft, onKey }: SignInProps) {
  const [state, setState] = useState<string | null>(null);
  const isWaiting = state === words.waiting;

  async function finish(asking: Promise<void>): Promise<void> {
    await asking;
    const login = beginBrowserLogin(systemIds);
    await browser.tabs.create({ url: login.url });
    const baseUrl = normaliseBaseUrl(draft.baseUrl);
    const { apiKey } = await finishBrowserLogin(login, { baseUrl, fetch: hostFetch, clock: systemClock });
    onKey(apiKey);
    setState(words.done);
  }

  const signIn = () => {
    const asking = askForHosts(() => hostPatternsFor(draft));
    setState(words.waiting);
    void finish(asking).catch((error: unknown) =>
      setState(errorWords(toErrorData(error), { engine: 'comfydeploy', isConnecting: true }).title),
    );
  };

  return (
    <div class={styles.picker}>
      <div>
        <Button busy={isWaiting} onClick={signIn}>
          {words.button}
        </Button>
      </div>
      <p class={styles.quiet} role="status">
        {state}
      </p>
    </div>
  );
}
