import type { HistoryEntry } from '#shared/history/entry.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { PictureIcon } from '#shared/ui/icons/icons.tsx';
import { BeforeAfter } from '#shared/ui/pictures/before-after.tsx';
import { useBlobUrl } from '#shared/ui/pictures/use-blob-url.ts';
import type { Services } from '../../platform/services.ts';
import styles from './entry-picture.module.css';
import { titleOfEntry } from './entry-title.ts';

/** The result over its source, as large as there is room; the thumbnail until it is read. */
export function EntryPicture({ entry, services }: { entry: HistoryEntry; services: Services }) {
  const beforeUrl = useBlobUrl(services, entry.recipe.sourceKey || null);
  const afterUrl = useBlobUrl(services, entry.result?.key ?? null);
  const smallUrl = useBlobUrl(services, entry.thumbnailKey);
  const url = afterUrl ?? smallUrl;
  const { widthPx, heightPx } = entry.result ?? entry;
  return (
    <div class={styles.stage} style={{ '--aspect': widthPx > 0 ? widthPx / heightPx : 1 }}>
      <div class={styles.frame} data-state={entry.state}>
        {beforeUrl && afterUrl ? (
          <BeforeAfter
            beforeUrl={beforeUrl}
            afterUrl={afterUrl}
            label={titleOfEntry(entry)}
            initialPercent={0}
          />
        ) : url ? (
          <img class={styles.image} src={url} alt={titleOfEntry(entry)} />
        ) : (
          <p class={styles.lost}>
            <PictureIcon />
            {historyWords.details.lost}
          </p>
        )}
      </div>
    </div>
  );
}
