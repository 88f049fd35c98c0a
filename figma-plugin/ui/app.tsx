import { useEffect, useState } from 'preact/hooks';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import { ErrorNotice } from './feedback/error-notice.tsx';
import { firstDraft } from './look/look-draft.ts';
import { ConnectScreen } from './screens/connect-screen.tsx';
import { RestyleScreen } from './screens/restyle-screen.tsx';
import { openSession, type Session } from './session.ts';
import { ResizeHandle } from './window/resize-handle.tsx';

/** Nothing is shown until the session is open, which takes Figma a few milliseconds. */
export function App() {
  const [session, setSession] = useState<Session | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const open = () => {
    setError(null);
    openSession().then(setSession, (thrown: unknown) => setError(toErrorData(thrown)));
  };
  useEffect(open, []);
  if (error) return <ErrorNotice error={error} place={{ route: null }} onAction={open} />;
  return session && <Screens session={session} />;
}

function Screens({ session }: { session: Session }) {
  const [isConnecting, setIsConnecting] = useState(session.credentials.get() === null);
  const [draft, setDraft] = useState(firstDraft);
  return (
    <>
      {isConnecting ? (
        <ConnectScreen session={session} onDone={() => setIsConnecting(false)} />
      ) : (
        <RestyleScreen
          session={session}
          draft={draft}
          onDraft={setDraft}
          onSettings={() => setIsConnecting(true)}
        />
      )}
      <ResizeHandle onResize={session.resize} />
    </>
  );
}
