import { useEffect, useRef, useState } from 'preact/hooks';
import { formatUsd } from '#shared/budget/estimate.ts';
import { pickerWords } from '#shared/i18n/en/picker.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import { CloseIcon } from '#shared/ui/icons/icons.tsx';
import { PresetPicker } from '#shared/ui/presets/preset-picker.tsx';
import { ask } from '../../../messaging.ts';
import { presetPictureUrl } from '../../../platform/views/preset-picture.ts';
import type { PickOffer } from '../pick-messages.ts';
import type { Choice } from './choice.ts';
import styles from './choice-frame.module.css';
import './overlay-frame.css';

const words = pickerWords.choice;

/**
 * What is to become of the pictures that were picked. No one click in it spends anything: none of the looks
 * is chosen at first, and the button does nothing before one is.
 */
export function ChoiceFrame({ choice }: { choice: Choice }) {
  const [presetId, setPresetId] = useState<string | null>(null);
  const offer = useOffer();
  const price = priceOf(offer, choice.jobIds.length);
  const { jobIds, frameId } = choice;
  const count = jobIds.length;
  const run = () => void (presetId && ask('pick.restyle', { jobIds, frameId, presetId }));
  const panel = useRef<HTMLElement>(null);
  // Whoever chose by the keyboard goes on by it.
  useEffect(() => panel.current?.focus(), []);
  const close = () => void ask('pick.close', { jobIds, frameId });
  return (
    <main
      ref={panel}
      tabIndex={-1}
      class={styles.choice}
      aria-label={words.title}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header class={styles.head}>
        <div class={styles.facts}>
          <h1 class={styles.name} dir="auto">
            {count > 1 ? words.several(count) : choice.label}
          </h1>
          <p class={styles.size}>{choice.size}</p>
        </div>
        <Button onClick={() => void ask('pick.again', { jobIds, frameId })}>{words.other}</Button>
        <IconButton label={words.close} onClick={close}>
          <CloseIcon />
        </IconButton>
      </header>
      <PresetPicker
        presets={offer?.presets ?? []}
        pictureUrl={presetPictureUrl}
        selectedId={presetId}
        onSelect={setPresetId}
        withoutNone
      />
      <p class={styles.note} id="note">
        {presetId ? words.ready : words.needsPreset}
      </p>
      <div class={styles.buttons}>
        {count === 1 && (
          <Button onClick={() => void ask('pick.prompt', { jobIds, frameId })}>{words.prompt}</Button>
        )}
        <Button kind="primary" blocked={presetId === null} describedBy="note" onClick={run}>
          {count > 1 ? words.runSeveral(count, price) : words.run(price)}
        </Button>
      </div>
    </main>
  );
}

function useOffer(): PickOffer | null {
  const [offer, setOffer] = useState<PickOffer | null>(null);
  useEffect(() => void ask('pick.offer', {}).then(setOffer, () => {}), []);
  return offer;
}

/** Of all of them together. */
function priceOf(offer: PickOffer | null, count: number): string | null {
  const costUsd = offer?.costUsd ?? null;
  return costUsd === null ? null : popupWords.about(formatUsd(costUsd * count));
}
