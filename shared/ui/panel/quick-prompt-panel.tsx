import type { ComponentChildren } from 'preact';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { Disclosure } from '#shared/ui/controls/disclosure.tsx';
import { TextArea } from '#shared/ui/controls/text-area.tsx';
import { ErrorNotice, type ErrorNoticeHandlers, type Problem } from '#shared/ui/feedback/error-notice.tsx';
import { type Draft, runBlockedBy, type StrengthRange } from '#shared/ui/panel/draft.ts';
import { RunBar, type RunBarProps } from '#shared/ui/panel/run-bar.tsx';
import { SeedField, type SeedFieldProps } from '#shared/ui/panel/seed-field.tsx';
import { StrengthSlider } from '#shared/ui/panel/strength-slider.tsx';
import { PicturePicker, type PicturePickerProps } from '#shared/ui/pictures/picture-picker.tsx';
import { PresetPicker, type PresetPickerProps } from '#shared/ui/presets/preset-picker.tsx';
import styles from './quick-prompt-panel.module.css';

export type QuickPromptPanelProps = PicturePickerProps &
  Pick<PresetPickerProps, 'presets' | 'pictureUrl'> &
  Pick<RunBarProps, 'price' | 'wait' | 'busy'> &
  Pick<SeedFieldProps, 'newSeed' | 'onCopySeed'> &
  ErrorNoticeHandlers & {
    draft: Draft;
    /** `null` hides the slider: the workflow has no strength. */
    strengthRange: StrengthRange | null;
    problem: Problem | null;
    /** Something the picture itself offers, e.g. the settings it was made with. */
    pictureOffer?: ComponentChildren;
    earlier?: RunBarProps['earlier'];
    onChange(draft: Draft): void;
    onRun(): void;
  };

/** A picture, what to do with it, and one button. Ctrl or Cmd with Enter runs from any field. */
export function QuickPromptPanel(props: QuickPromptPanelProps) {
  const { picture, draft, busy, problem } = props;
  const blockedBy = runBlockedBy(picture !== null, draft, busy);
  const act = props.earlier?.match === 'same' ? props.earlier.onShow : props.onRun;
  const run = () => blockedBy === null && act();
  const onSubmit = (event: Event) => {
    event.preventDefault();
    run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!event.repeat) run();
  };
  return (
    <form
      class={styles.panel}
      aria-label={panelWords.run.form}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      noValidate
    >
      <div class={styles.columns}>
        <PicturePicker
          picture={picture}
          onFiles={props.onFiles}
          onAddress={props.onAddress}
          onChooseFile={props.onChooseFile}
          onPaste={props.onPaste}
        />
        <div class={styles.controls}>
          {props.pictureOffer}
          <Controls {...props} />
          <div class={styles.run}>
            {problem && (
              <ErrorNotice {...problem} onAction={props.onAction} onCopyDetails={props.onCopyDetails} />
            )}
            <RunBar
              price={props.price}
              wait={props.wait}
              busy={busy}
              blockedBy={blockedBy}
              earlier={props.earlier}
              onRunAnyway={props.onRun}
            />
          </div>
        </div>
      </div>
    </form>
  );
}

function Controls(props: QuickPromptPanelProps) {
  const { draft, presets, strengthRange } = props;
  const change = (part: Partial<Draft>) => props.onChange({ ...draft, ...part });
  return (
    <>
      <PresetPicker
        presets={presets}
        pictureUrl={props.pictureUrl}
        selectedId={draft.presetId}
        onSelect={(presetId) => change({ presetId })}
      />
      <PromptArea draft={draft} presets={presets} onPrompt={(prompt) => change({ prompt })} />
      {strengthRange && (
        <StrengthSlider
          strength={draft.strength}
          range={strengthRange}
          onStrength={(strength) => change({ strength })}
        />
      )}
      <Disclosure label={panelWords.seed.more} summary={seedSummary(draft.seed)}>
        <SeedField
          seed={draft.seed}
          onSeed={(seed) => change({ seed })}
          newSeed={props.newSeed}
          onCopySeed={props.onCopySeed}
        />
      </Disclosure>
    </>
  );
}

type PromptAreaProps = Pick<QuickPromptPanelProps, 'draft' | 'presets'> & { onPrompt(prompt: string): void };

function PromptArea({ draft, presets, onPrompt }: PromptAreaProps) {
  const words = panelWords.prompt;
  const preset = presets.find(({ id }) => id === draft.presetId);
  return (
    <TextArea
      label={preset ? words.labelWithPreset(preset.name) : words.label}
      placeholder={preset ? words.placeholderWithPreset : words.placeholder}
      hint={preset ? undefined : words.hint}
      value={draft.prompt}
      onValue={onPrompt}
    />
  );
}

/** A kept seed is worth seeing while its controls are folded away. */
function seedSummary(seed: number | null): string | undefined {
  return seed === null ? undefined : `${panelWords.seed.legend} ${seed}`;
}
