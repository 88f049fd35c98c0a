import { Button, IconApprovedCheckmark16 } from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { RouteDraft } from '../connection/connect.ts';
import { ConnectForm } from '../connection/connect-form.tsx';
import type { Credentials } from '../connection/plugin-connection.ts';
import { defaultRelayAddress, type Route } from '../connection/route.ts';
import { ErrorNotice, type OtherWay } from '../feedback/error-notice.tsx';
import type { Session } from '../session.ts';
import styles from './connect-screen.module.css';

const words = figmaWords.connect;

type Test =
  | { state: 'none' | 'testing' }
  | { state: 'ok'; name: string }
  | { state: 'failed'; error: ErrorData };

/** How this computer reaches the team's workflow. Says where pictures go before the first one does. */
export function ConnectScreen({ session, onDone }: { session: Session; onDone(): void }) {
  const [draft, setDraft] = useState(() => draftFrom(session.credentials.get()));
  const [test, setTest] = useState<Test>({ state: 'none' });
  const change = (next: RouteDraft) => {
    setDraft(next.route === draft.route ? next : { ...next, address: addressFor(next.route), secret: '' });
    setTest({ state: 'none' });
  };
  const run = () => {
    setTest({ state: 'testing' });
    session.connect(draft).then(
      ({ connection }) => setTest({ state: 'ok', name: connection.description.name }),
      (error: unknown) => setTest({ state: 'failed', error: toErrorData(error) }),
    );
  };
  return (
    <main class={styles.screen}>
      <div class={styles.head}>
        <h1 class={styles.heading}>{words.heading}</h1>
        {session.credentials.get() && test.state !== 'ok' && (
          <Button secondary onClick={onDone}>
            {words.back}
          </Button>
        )}
      </div>
      <p class={styles.intro}>{words.intro}</p>
      <ConnectForm
        draft={draft}
        isTesting={test.state === 'testing'}
        isTested={test.state === 'ok'}
        onChange={change}
        onTest={run}
      />
      {test.state === 'ok' && <Connected name={test.name} onDone={onDone} />}
      {test.state === 'failed' && (
        <ErrorNotice
          error={test.error}
          place={{ route: draft.route, isConnecting: true }}
          onAction={(action) => (action === 'retry' ? run() : setTest({ state: 'none' }))}
          otherWay={otherWay(draft, change)}
        />
      )}
    </main>
  );
}

function Connected({ name, onDone }: { name: string; onDone(): void }) {
  return (
    <>
      <p class={styles.connected} role="status">
        <IconApprovedCheckmark16 />
        <span class={styles.name}>{words.connected(name)}</span>
      </p>
      <Button fullWidth onClick={onDone}>
        {words.done}
      </Button>
    </>
  );
}

function draftFrom(known: Credentials | null): RouteDraft {
  if (!known) return { route: 'relay', address: defaultRelayAddress, secret: '', deploymentId: '' };
  const { route, address, connection } = known;
  // A pairing is no code that could be pasted again.
  const secret = route === 'browser' ? '' : known.secret;
  return { route, address, secret, deploymentId: connection.deploymentId };
}

function addressFor(route: Route): string {
  return route === 'relay' ? defaultRelayAddress : '';
}

function otherWay(draft: RouteDraft, change: (draft: RouteDraft) => void): OtherWay {
  const other = draft.route === 'relay' ? 'direct' : 'relay';
  return { label: words.otherRoute[other], take: () => change({ ...draft, route: other }) };
}
