import type { Connection } from '#shared/connection/connection.ts';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { errorDetails, errorWords } from '#shared/i18n/error-words.ts';
import { systemIds } from '#shared/platform.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { Disclosure } from '#shared/ui/controls/disclosure.tsx';
import { Field } from '#shared/ui/controls/field.tsx';
import { NumberBox } from '#shared/ui/controls/number-box.tsx';
import { TextArea } from '#shared/ui/controls/text-area.tsx';
import { ErrorNotice } from '#shared/ui/feedback/error-notice.tsx';
import { SeedField } from '#shared/ui/panel/seed-field.tsx';
import { PresetChecks } from '#shared/ui/presets/preset-checks.tsx';
import { PlaceholderFields } from '#shared/ui/prompt/placeholder-fields.tsx';
import { slotLimits } from '../../platform/batches/batch-settings.ts';
import type { Services } from '../../platform/services.ts';
import { openPage, settingsPath } from '../../platform/views/open-page.ts';
import { presetPictureUrl } from '../../platform/views/preset-picture.ts';
import { usePresets } from '../../platform/views/use-presets.ts';
import styles from './new-batch.module.css';
import { StartBar } from './start-bar.tsx';
import { TrayView } from './tray-view.tsx';
import type { SettingsInHand } from './use-batch-settings.ts';
import { type BatchDraft, useNewBatch } from './use-new-batch.ts';

type NewBatchProps = { services: Services; connection: Connection | null; settings: SettingsInHand };

/** Pictures, what is to become of them, and one button with the price of all. */
export function NewBatch({ services, connection, settings }: NewBatchProps) {
  const { shown: presets } = usePresets(services);
  const { tray, draft, setDraft, offer, refusal, isBusy, start } = useNewBatch(services, {
    connection,
    slots: settings.slots,
    presets,
  });
  const submit = (event: Event) => {
    event.preventDefault();
    start();
  };
  return (
    <section class={styles.card} aria-labelledby="new-batch">
      <h2 id="new-batch" class={styles.heading}>
        {batchWords.newBatch}
      </h2>
      <div class={styles.columns}>
        <TrayView tray={tray} services={services} />
        <form class={styles.controls} onSubmit={submit} aria-label={batchWords.newBatch} noValidate>
          <Looks draft={draft} onChange={setDraft} presets={presets} />
          <More draft={draft} onChange={setDraft} settings={settings} />
          {refusal && (
            <ErrorNotice
              error={refusal}
              words={errorWords(refusal)}
              onAction={(action) => (action === 'open-settings' ? void openPage(settingsPath) : start())}
              onCopyDetails={(error) => void navigator.clipboard.writeText(errorDetails(error))}
            />
          )}
          <StartBar {...offer} isBusy={isBusy} />
        </form>
      </div>
    </section>
  );
}

type DraftProps = { draft: BatchDraft; onChange(draft: BatchDraft): void };

function Looks({ draft, onChange, presets }: DraftProps & { presets: readonly Preset[] }) {
  const hasPreset = draft.presetIds.some((id) => id !== null);
  const words = batchWords.prompt;
  return (
    <>
      <PresetChecks
        presets={presets}
        selectedIds={draft.presetIds}
        onSelect={(presetIds) => onChange({ ...draft, presetIds })}
        pictureUrl={presetPictureUrl}
      />
      <PlaceholderFields
        presets={presets.filter(({ id }) => draft.presetIds.includes(id))}
        typed={draft.prompt}
        fills={draft.fills}
        onFills={(fills) => onChange({ ...draft, fills })}
      />
      <TextArea
        label={hasPreset ? words.labelWithPreset : words.label}
        placeholder={hasPreset ? words.placeholderWithPreset : words.placeholder}
        value={draft.prompt}
        onValue={(prompt) => onChange({ ...draft, prompt })}
      />
    </>
  );
}

function More({ draft, onChange, settings }: DraftProps & { settings: SettingsInHand }) {
  return (
    <Disclosure label={panelWords.seed.more} summary={`${batchWords.slots.label}: ${settings.slots}`}>
      <div class={styles.more}>
        <Field label={batchWords.slots.label} hint={batchWords.slots.hint}>
          {() => (
            <NumberBox
              label={batchWords.slots.label}
              value={settings.slots}
              {...slotLimits}
              step={1}
              onValue={(slots) => settings.change({ slots: Math.round(slots) })}
            />
          )}
        </Field>
        <SeedField
          seed={draft.seed}
          onSeed={(seed) => onChange({ ...draft, seed })}
          newSeed={() => systemIds.seed()}
          onCopySeed={(seed) => void navigator.clipboard.writeText(String(seed))}
        />
      </div>
    </Disclosure>
  );
}
