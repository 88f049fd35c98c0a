import { useState } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Layer, Selection } from '../../bridge/layer.ts';
import { type MadeHandlers, MadeLine } from './made-line.tsx';
import styles from './selection-list.module.css';
import { type DrawThumbnail, useThumbnails } from './use-thumbnails.ts';

const words = figmaWords.layers;
const shortLength = 3;

type SelectionListProps = MadeHandlers & { selection: Selection; drawThumbnail: DrawThumbnail };

/** The selected layers with their size, or the reason why one cannot be sent. */
export function SelectionList({ selection, drawThumbnail, ...made }: SelectionListProps) {
  const [isLong, setIsLong] = useState(false);
  const { layers, unlisted } = selection;
  const isCut = layers.length > shortLength + 1;
  const listed = isCut && !isLong ? layers.slice(0, shortLength) : layers;
  const thumbnails = useThumbnails(listed, drawThumbnail);
  if (layers.length === 0) return <p class={styles.none}>{words.none}</p>;
  return (
    <div>
      <ul class={styles.list} aria-label={words.heading}>
        {listed.map((layer) => (
          <LayerRow
            key={layer.nodeId}
            layer={layer}
            thumbnail={thumbnails.get(layer.nodeId) ?? null}
            {...made}
          />
        ))}
      </ul>
      {isCut && (
        <button type="button" class={styles.more} onClick={() => setIsLong(!isLong)}>
          {isLong ? words.showFewer : words.showAll(layers.length)}
        </button>
      )}
      {unlisted > 0 && <p class={styles.note}>{words.unlisted(unlisted)}</p>}
    </div>
  );
}

/** `600 × 400`, and what is sent where that is not simply what is seen. */
function sizeWords({ widthPx, heightPx, sent }: Layer): string {
  return [words.size(widthPx, heightPx), words.sent[sent]].filter(Boolean).join(' · ');
}

type LayerRowProps = MadeHandlers & { layer: Layer; thumbnail: string | null };

function LayerRow({ layer, thumbnail, ...made }: LayerRowProps) {
  const { name, problem, recipe } = layer;
  return (
    <li class={styles.row}>
      <span class={styles.frame}>{thumbnail && <img class={styles.picture} src={thumbnail} alt="" />}</span>
      <span class={styles.words}>
        <span class={styles.name} title={name}>
          {name}
        </span>
        {recipe && !problem ? (
          <MadeLine layer={layer} {...made} />
        ) : (
          <span class={problem ? styles.problem : styles.size}>
            {problem ? words.problems[problem] : sizeWords(layer)}
          </span>
        )}
      </span>
    </li>
  );
}
