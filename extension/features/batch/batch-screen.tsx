import { useEffect, useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { loadMainConnection } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import { openPage, settingsPath } from '../../platform/views/open-page.ts';
import { UndoNotice } from '../../platform/views/undo-notice.tsx';
import { BatchCard, titleOfBatch } from './batch-card.tsx';
import styles from './batch-screen.module.css';
import { NewBatch } from './new-batch.tsx';
import { useBatchSettings } from './use-batch-settings.ts';
import { useBatches } from './use-batches.ts';
import { useRemoval } from './use-removal.ts';

/** The studio's section for many pictures at once: what the next batch is to be, and the batches there are. */
export function BatchScreen({ services }: { services: Services }) {
  const connection = useMainConnection();
  const batches = useBatches(services);
  const settings = useBatchSettings();
  const { removed, isHidden, remove, undo } = useRemoval();
  const shown = batches.filter((batch) => !isHidden(batch));
  return (
    <div class={styles.screen}>
      {connection === null && <ConnectFirst />}
      <NewBatch services={services} connection={connection ?? null} settings={settings} />
      <section class={styles.list} aria-labelledby="batches">
        <h2 id="batches">{batchWords.list.heading}</h2>
        {shown.length === 0 && <p class={styles.none}>{batchWords.list.none}</p>}
        {shown.map((batch, at) => (
          <BatchCard
            key={batch.id}
            batch={batch}
            services={services}
            settings={settings}
            onRemove={remove}
            isOpenAtFirst={at === 0 || batch.endedAtMs === null}
          />
        ))}
      </section>
      {removed && <UndoNotice said={batchWords.list.removed(titleOfBatch(removed))} onUndo={undo} />}
    </div>
  );
}

function ConnectFirst() {
  return (
    <Notice>
      <p>{batchWords.connectFirst}</p>
      <Button onClick={() => void openPage(settingsPath)}>{batchWords.connect}</Button>
    </Notice>
  );
}

/** `undefined` until it is read, and looked at again whenever somebody comes back, e.g. from the settings. */
function useMainConnection(): Connection | null | undefined {
  const [connection, setConnection] = useState<Connection | null>();
  useEffect(() => {
    const look = () => void loadMainConnection().then(setConnection);
    look();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return connection;
}
