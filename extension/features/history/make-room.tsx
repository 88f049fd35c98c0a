import { useState } from 'preact/hooks';
import { historyWords } from '#shared/i18n/en/history.ts';
import { formatBytes } from '#shared/i18n/format-bytes.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { removeEntries } from '#shared/web/retention/remove-entries.ts';
import { sweepPictures } from '../../platform/retention/sweep-pictures.ts';
import type { Services } from '../../platform/services.ts';
import styles from './history-settings.module.css';

const words = historyWords.settings;

type Offer = { ids: string[]; sizeBytes: number };

/** Deletes the older half of the pictures, once it was said how many those are and agreed to. */
export function MakeRoom({ services, onMade }: { services: Services; onMade: () => void }) {
  const [offer, setOffer] = useState<Offer | null>(null);
  if (!offer) {
    return <Button onClick={() => void findOffer(services).then(setOffer)}>{words.makeRoom}</Button>;
  }
  const make = async () => {
    await sweepPictures(services.database, await removeEntries(offer.ids, services.database));
    setOffer(null);
    onMade();
  };
  return (
    <div class={styles.offer}>
      <Notice tone={offer.ids.length > 0 ? 'error' : 'info'}>
        <p>
          {offer.ids.length > 0 ? words.offer(offer.ids.length, formatBytes(offer.sizeBytes)) : words.nothing}
        </p>
        <div class={styles.buttons}>
          {offer.ids.length > 0 && (
            <Button kind="danger" onClick={() => void make()}>
              {words.confirm}
            </Button>
          )}
          <Button onClick={() => setOffer(null)}>{words.keep}</Button>
        </div>
      </Notice>
    </div>
  );
}

/** The older half by bytes, favourites left out. */
async function findOffer({ history }: Services): Promise<Offer> {
  const entries = (await history.all())
    .filter(({ favourite }) => !favourite)
    .sort((a, b) => a.endedAtMs - b.endedAtMs);
  const half = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) / 2;
  const offer: Offer = { ids: [], sizeBytes: 0 };
  for (const { id, sizeBytes } of entries) {
    if (offer.sizeBytes >= half && offer.ids.length > 0) break;
    offer.ids.push(id);
    offer.sizeBytes += sizeBytes;
  }
  return offer;
}
