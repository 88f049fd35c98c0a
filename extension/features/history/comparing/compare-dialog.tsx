import { useEffect, useRef, useState } from 'preact/hooks';
import { historyWords } from '#shared/i18n/en/history.ts';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import { Segments } from '#shared/ui/controls/segments.tsx';
import { CloseIcon, MinusIcon, PlusIcon } from '#shared/ui/icons/icons.tsx';
import { useBlobUrl } from '#shared/ui/pictures/use-blob-url.ts';
import { useHeld } from '#shared/ui/pictures/use-held.ts';
import { useZoomed } from '#shared/ui/pictures/use-zoomed.ts';
import type { Services } from '../../../platform/services.ts';
import styles from './compare-dialog.module.css';
import { CompareStage, type Mode } from './compare-stage.tsx';
import type { Sides } from './sides.ts';

const words = historyWords.compare;
const modes = (['slider', 'side', 'hold'] as const).map((value) => ({ value, label: words.modes[value] }));

type CompareDialogProps = { sides: Sides; services: Services; onClose(): void };

/** Two pictures in one place: by a slider, side by side, or one for the other while something is held. */
export function CompareDialog({ sides: [first, second], services, onClose }: CompareDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [mode, setMode] = useState<Mode>('slider');
  const hold = useHeld();
  const { view, pane, onKey } = useZoomed();
  const firstUrl = useBlobUrl(services, first.key);
  const secondUrl = useBlobUrl(services, second.key);
  useEffect(() => dialog.current?.showModal(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const isInput = event.target instanceof HTMLInputElement;
    // The slider and the choice of ways take the arrows, buttons their own keys.
    if (event.ctrlKey || event.metaKey || (isInput && event.key.startsWith('Arrow'))) return;
    const isSpace = event.key === ' ' && !(event.target instanceof HTMLButtonElement);
    if (isSpace) hold.keys.onKeyDown(event);
    else if (onKey(event.key)) event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      class={styles.dialog}
      aria-label={words.title(first.label, second.label)}
      onClose={onClose}
      onKeyDown={onKeyDown}
      onKeyUp={hold.keys.onKeyUp}
    >
      <header class={styles.bar}>
        <Segments label={words.way} options={modes} value={mode} onValue={(next) => setMode(next)} />
        <span class={styles.zoom}>
          <IconButton label={words.farther} onClick={() => onKey('-')}>
            <MinusIcon />
          </IconButton>
          <button type="button" class={styles.scale} title={words.fit} onClick={() => onKey('0')}>
            {words.scale(view.scale)}
          </button>
          <IconButton label={words.nearer} onClick={() => onKey('+')}>
            <PlusIcon />
          </IconButton>
        </span>
        <p class={styles.hint}>{words.hint}</p>
        <IconButton label={words.close} onClick={() => dialog.current?.close()}>
          <CloseIcon />
        </IconButton>
      </header>
      {firstUrl && secondUrl && (
        <CompareStage
          mode={mode}
          sides={[
            { url: firstUrl, label: first.label },
            { url: secondUrl, label: second.label },
          ]}
          view={view}
          pane={pane}
          hold={hold}
        />
      )}
    </dialog>
  );
}
