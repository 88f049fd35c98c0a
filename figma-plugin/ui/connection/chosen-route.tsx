import { Button, IconApprovedCheckmark16 } from '@create-figma-plugin/ui';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import { ErrorNotice } from '../feedback/error-notice.tsx';
import styles from './chosen-route.module.css';
import type { RouteDraft } from './connect.ts';
import { ConnectForm } from './connect-form.tsx';
import type { Route } from './route.ts';
import type { RouteTest } from './use-route-tests.ts';

const words = figmaWords.connect;

type ChosenRouteProps = {
  draft: RouteDraft;
  test: RouteTest;
  onDraft(draft: RouteDraft): void;
  onTest(): void;
  /** Sets aside what the test said. */
  onForget(): void;
  onRoute(route: Route): void;
  onDone(): void;
};

/** The chosen route's fields, its test, and what that has shown: it works, or who can mend it. */
export function ChosenRoute({ draft, test, onDraft, onTest, onForget, onRoute, onDone }: ChosenRouteProps) {
  const { route } = draft;
  const other = route === 'relay' ? 'direct' : 'relay';
  return (
    <>
      <ConnectForm
        draft={draft}
        isTesting={test.state === 'testing'}
        isTested={test.state === 'ok'}
        onChange={onDraft}
        onTest={onTest}
      />
      {test.state === 'ok' && (
        <Connected said={route === 'device' ? words.drawsHere : words.connected(test.name)} onDone={onDone} />
      )}
      {test.state === 'failed' && (
        <ErrorNotice
          error={test.error}
          place={{ route, isConnecting: true }}
          onAction={(action) => (action === 'retry' ? onTest() : onForget())}
          otherWay={{ label: words.otherRoute[other], take: () => onRoute(other) }}
        />
      )}
    </>
  );
}

function Connected({ said, onDone }: { said: string; onDone(): void }) {
  return (
    <>
      <p class={styles.connected} role="status">
        <IconApprovedCheckmark16 />
        <span class={styles.name}>{said}</span>
      </p>
      <Button fullWidth onClick={onDone}>
        {words.done}
      </Button>
    </>
  );
}
