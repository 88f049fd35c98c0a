import { useEffect, useMemo, useState } from 'preact/hooks';
import { webAppWords } from '#shared/i18n/en/web-app.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { createDesk, type Desk } from '../jobs/desk.ts';
import { createOneTab } from '../platform/one-tab.ts';
import type { SignedIn } from '../platform/relay.ts';
import { createServices } from '../platform/services.ts';
import { Header } from './header.tsx';
import styles from './page.module.css';
import { Studio } from './studio.tsx';

const words = webAppWords.elsewhere;

/** Waits for the turn is over before anybody could read that it was waited for. */
const saidAfterMs = 400;

/** The studio of one member: in the tab whose turn it is, the whole; in others the way to have it there. */
export function App({ member }: { member: SignedIn }) {
  const tab = useMemo(() => createOneTab(member.id), [member.id]);
  const services = useMemo(() => createServices(member.id, tab), [member.id, tab]);
  const [desk, setDesk] = useState<Desk | null>(null);
  const [isElsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setElsewhere(true), saidAfterMs);
    void tab.isOurs.then(() => {
      clearTimeout(timer);
      setDesk(createDesk(services));
    });
  }, [tab, services]);
  return (
    <div class={styles.page}>
      <Header member={member} services={services} />
      <main>
        {desk ? (
          <Studio services={services} desk={desk} />
        ) : (
          isElsewhere && (
            <div class={styles.notices}>
              <Notice>
                <strong>{words.title}</strong>
                <p>{words.advice}</p>
                <Button kind="primary" onClick={tab.askForTurn}>
                  {words.button}
                </Button>
              </Notice>
            </div>
          )
        )}
      </main>
    </div>
  );
}
