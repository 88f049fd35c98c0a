import { Button } from '@create-figma-plugin/ui';
import { useId, useState } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import { ChosenRoute } from '../connection/chosen-route.tsx';
import type { RouteDraft } from '../connection/connect.ts';
import type { Credentials } from '../connection/plugin-connection.ts';
import { defaultRelayAddress, type Route, routes } from '../connection/route.ts';
import { RouteCard } from '../connection/route-card.tsx';
import { useRouteTests } from '../connection/use-route-tests.ts';
import { useStore } from '../platform/store.ts';
import type { Session } from '../session.ts';
import styles from './connect-screen.module.css';

const words = figmaWords.connect;

/** Who makes the pictures, and how this computer reaches them. Says where pictures go before the first one does. */
export function ConnectScreen({ session, onDone }: { session: Session; onDone(): void }) {
  const current = useStore(session.credentials);
  const team = useStore(session.team);
  const [draft, setDraft] = useState(() => draftFor(current?.route ?? 'relay', team));
  const tests = useRouteTests(session.connect);
  const group = useId();
  const choose = (route: Route) => route !== draft.route && setDraft(draftFor(route, team));
  const trySamples = () => {
    choose('device');
    void tests.run(draftFor('device', team)).then((works) => works && onDone());
  };
  return (
    <main class={styles.screen}>
      <div class={styles.head}>
        <h1 class={styles.heading}>{words.heading}</h1>
        {current && tests.testOf(draft.route).state !== 'ok' && (
          <Button secondary onClick={onDone}>
            {words.back}
          </Button>
        )}
      </div>
      <p class={styles.intro}>{words.intro}</p>
      {!current && <Offer onTry={trySamples} />}
      <div class={styles.routes} role="radiogroup" aria-label={words.ways}>
        {routes.map((route) => (
          <RouteCard
            key={route}
            route={route}
            group={group}
            isChosen={route === draft.route}
            isInUse={route === current?.route}
            test={tests.testOf(route)}
            onChoose={() => choose(route)}
          >
            <ChosenRoute
              draft={draft}
              test={tests.testOf(route)}
              onDraft={(next) => {
                setDraft(next);
                tests.forget(route);
              }}
              onTest={() => void tests.run(draft)}
              onForget={() => tests.forget(route)}
              onRoute={choose}
              onDone={onDone}
            />
          </RouteCard>
        ))}
      </div>
    </main>
  );
}

/** Until a team is connected there is something to see all the same. */
function Offer({ onTry }: { onTry(): void }) {
  return (
    <div class={styles.offer}>
      <span>{figmaWords.samples.offer}</span>
      <Button secondary onClick={onTry}>
        {figmaWords.samples.begin}
      </Button>
    </div>
  );
}

/** A route's fields, as they are known where it is the team's. */
function draftFor(route: Route, team: Credentials | null): RouteDraft {
  const address = route === 'relay' ? defaultRelayAddress : '';
  if (team?.route !== route || team.connection.engine === 'on-device')
    return { route, address, secret: '', deploymentId: '' };
  // A pairing is no code that could be pasted again.
  const secret = route === 'browser' ? '' : team.secret;
  return { route, address: team.address, secret, deploymentId: team.connection.deploymentId };
}
