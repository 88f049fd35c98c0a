import { useEffect, useRef, useState } from 'preact/hooks';
import { formatUsd } from '#shared/budget/estimate.ts';
import { pickerWords } from '#shared/i18n/en/picker.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import { CloseIcon } from '#shared/ui/icons/icons.tsx';
import { PresetPicker } from '#shared/ui/presets/preset-picker.tsx';
import { ask } from '../../../messaging.ts';
import { openPage, studioPath } from '../../../platform/views/open-page.ts';
import { presetPictureUrl } from '../../../platform/views/preset-picture.ts';
import type { PickOffer } from '../pick-messages.ts';
import { type Choice, choiceBlockedBy } from './choice.ts';
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
  const batch = useBatch(choice);
  const price = priceOf(offer, choice.jobIds.length);
  const { jobIds, frameId } = choice;
  const count = jobIds.length;
  const blockedBy = choiceBlockedBy(choice, presetId, offer);
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
      <Head choice={choice} onClose={close} />
      <PresetPicker
        presets={offer?.presets ?? []}
        pictureUrl={presetPictureUrl}
        selectedId={presetId}
        onSelect={setPresetId}
        withoutNone
      />
      <p class={styles.note} id="note" role="status">
        {batch.words ?? blockedBy ?? words.ready}
      </p>
      <div class={styles.buttons}>
        <Button busy={batch.isReading} onClick={batch.addedCount === null ? batch.add : openBatch}>
          {batch.addedCount === null ? words.batch : words.openBatch}
        </Button>
        {count === 1 && (
          <Button onClick={() => void ask('pick.prompt', { jobIds, frameId })}>{words.prompt}</Button>
        )}
        <Button kind="primary" blocked={blockedBy !== null} describedBy="note" onClick={run}>
          {count > 1 ? words.runSeveral(count, price) : words.run(price)}
        </Button>
      </div>
    </main>
  );
}

type HeadProps = { choice: Choice; onClose: () => void };

function Head({ choice, onClose }: HeadProps) {
  const { jobIds, frameId, label, size } = choice;
  return (
    <header class={styles.head}>
      <div class={styles.facts}>
        <h1 class={styles.name} dir="auto">
          {jobIds.length > 1 ? words.several(jobIds.length) : label}
        </h1>
        <p class={styles.size}>{size}</p>
      </div>
      <Button onClick={() => void ask('pick.again', { jobIds, frameId })}>{words.other}</Button>
      <IconButton label={words.close} onClick={onClose}>
        <CloseIcon />
      </IconButton>
    </header>
  );
}

const openBatch = () => void openPage(studioPath);

/** Keeps the pictures for the next batch; none of them twice. */
function useBatch({ jobIds, frameId }: Choice) {
  const [isReading, setReading] = useState(false);
  const [addedCount, setAddedCount] = useState<number | null>(null);
  const add = () => {
    setReading(true);
    const adding = ask('pick.batch', { jobIds, frameId }).catch(() => 0);
    void adding.then(setAddedCount).finally(() => setReading(false));
  };
  const added = addedCount === null ? null : words.added(addedCount, jobIds.length - addedCount);
  return { isReading, addedCount, add, words: isReading ? words.reading(jobIds.length) : added };
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
