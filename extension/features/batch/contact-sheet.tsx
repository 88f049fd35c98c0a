import { batchWords } from '#shared/i18n/en/batch.ts';
import type { BatchItem } from '#shared/jobs/batch/batch.ts';
import { ProgressBar } from '#shared/ui/feedback/progress-bar.tsx';
import { useBlobUrl } from '#shared/ui/pictures/use-blob-url.ts';
import type { Services } from '../../platform/services.ts';
import type { ContentsProps } from './batch-props.ts';
import styles from './contact-sheet.module.css';
import { useItemView } from './use-item-view.ts';

/** One picture in all its looks, beside the original. */
export function ContactSheet({ batch, items, services }: ContentsProps) {
  const picture = items[0]?.picture;
  const originalUrl = useBlobUrl(services, picture?.sourceKey ?? null);
  return (
    <ul class={styles.sheet} aria-label={batchWords.list.sheet}>
      <li class={styles.tile}>
        <span class={styles.picture}>
          {originalUrl && <img class={styles.image} src={originalUrl} alt={picture?.name} />}
        </span>
        <p class={styles.look}>{batchWords.item.original}</p>
      </li>
      {items.map((item) => (
        <Tile key={item.index} item={item} look={batch.looks[item.look]?.name ?? ''} services={services} />
      ))}
    </ul>
  );
}

function Tile({ item, look, services }: { item: BatchItem; look: string; services: Services }) {
  const { state, pictureUrl, name, words, isAtWork, progressRatio } = useItemView(item, look, services);
  const isDone = state === 'done';
  return (
    <li class={styles.tile} data-state={state}>
      {isDone && pictureUrl ? (
        <button
          type="button"
          class={styles.picture}
          aria-label={batchWords.item.open(`${name}, ${look}`)}
          onClick={() => void window.open(pictureUrl)}
        >
          <img class={styles.image} src={pictureUrl} alt="" />
        </button>
      ) : (
        <span class={styles.picture}>
          {pictureUrl && <img class={styles.image} src={pictureUrl} alt="" />}
        </span>
      )}
      <p class={styles.look}>{look}</p>
      {!isDone && (
        <p class={styles.words} title={words}>
          {words}
        </p>
      )}
      {isAtWork && <ProgressBar words={words} ratio={progressRatio} />}
    </li>
  );
}
