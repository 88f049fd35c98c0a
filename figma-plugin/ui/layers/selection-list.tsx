import { useState } from 'preact/hooks';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { SizePx } from '#shared/images/fit.ts';
import type { Layer, Selection } from '../../bridge/layer.ts';
import { type MadeHandlers, MadeLine } from './made-line.tsx';
import styles from './selection-list.module.css';
import { keyOf, type Preview, type PreviewLayer, usePreviews } from './use-previews.ts';

const words = figmaWords.layers;
const shortLength = 3;

type SelectionListProps = MadeHandlers & {
  selection: Selection;
  previewLayer: PreviewLayer;
  /** The size that a picture of this size has when it is sent. */
  sentSize(picture: SizePx): SizePx;
  /** Nothing leaves this device. */
  isDrawnHere: boolean;
};

/** The selected layers with what is sent of each, or the reason why one cannot be. */
export function SelectionList({ selection, previewLayer, ...rest }: SelectionListProps) {
  const [isLong, setIsLong] = useState(false);
  const { layers, unlisted } = selection;
  const isCut = layers.length > shortLength + 1;
  const listed = isCut && !isLong ? layers.slice(0, shortLength) : layers;
  const previews = usePreviews(listed, previewLayer);
  if (layers.length === 0) return <p class={styles.none}>{words.none}</p>;
  return (
    <div>
      <ul class={styles.list} aria-label={words.heading}>
        {listed.map((layer) => (
          <LayerRow key={layer.nodeId} layer={layer} preview={previews.get(keyOf(layer)) ?? null} {...rest} />
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

type LayerRowProps = MadeHandlers &
  Pick<SelectionListProps, 'sentSize' | 'isDrawnHere'> & { layer: Layer; preview: Preview | null };

function LayerRow({ layer, preview, sentSize, isDrawnHere, ...made }: LayerRowProps) {
  const { name, widthPx, heightPx, problem, recipe, sent } = layer;
  const size = preview && sentSize(preview);
  const own = words.size(widthPx, heightPx);
  return (
    <li class={styles.row}>
      <span class={styles.frame}>{preview && <img class={styles.picture} src={preview.url} alt="" />}</span>
      <span class={styles.words}>
        <span class={styles.name} title={name}>
          {name}
        </span>
        <span class={problem ? styles.problem : styles.size}>
          {problem
            ? words.problems[problem]
            : words.sends(own, words[isDrawnHere ? 'drawn' : 'sent'][sent], size)}
        </span>
        {recipe && !problem && <MadeLine layer={layer} {...made} />}
      </span>
    </li>
  );
}
