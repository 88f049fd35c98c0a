import type { ComponentChildren } from 'preact';
import { panelWords } from '#shared/i18n/en/panel.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { ErrorNotice, type ErrorNoticeHandlers, type Problem } from '#shared/ui/feedback/error-notice.tsx';
import { type Draft, runBlockedBy, type StrengthRange } from '#shared/ui/panel/draft.ts';
import { MoreOptions, type MoreOptionsProps } from '#shared/ui/panel/more-options.tsx';
import { RunBar, type RunBarProps } from '#shared/ui/panel/run-bar.tsx';
import { useRunGestures } from '#shared/ui/panel/run-gestures.ts';
import { StrengthSlider } from '#shared/ui/panel/strength-slider.tsx';
import { PicturePicker, type PicturePickerProps } from '#shared/ui/pictures/picture-picker.tsx';
import { PresetPicker, type PresetPickerProps } from '#shared/ui/presets/preset-picker.tsx';
import { PromptArea, type PromptAreaProps } from '#shared/ui/prompt/prompt-area.tsx';
import styles from './quick-prompt-panel.module.css';

export type QuickPromptPanelProps = PicturePickerProps &
  Pick<PresetPickerProps, 'presets' | 'pictureUrl'> &
  Pick<PromptAreaProps, 'pastPrompts'> &
  Pick<RunBarProps, 'price' | 'wait' | 'busy'> &
  Pick<MoreOptionsProps, 'newSeed' | 'onCopySeed' | 'gpuChoices' | 'furtherInputs'> &
  ErrorNoticeHandlers & {
    draft: Draft;
    /** The chosen one, which need not be among those to choose from. */
    preset: Preset | null;
    /** `null` hides the slider: the workflow has no strength. */
    strengthRange: StrengthRange | null;
    problem: Problem | null;
    /** Something the picture itself offers, e.g. the settings it was made with. */
    pictureOffer?: ComponentChildren;
    /** What else belongs to these settings, below them: a way to keep them, or whom they are for. */
    keeping?: ComponentChildren;
    earlier?: RunBarProps['earlier'];
    onChange(draft: Draft): void;
    /** `again`: with Shift held, another picture of the same is meant though one is on its way. */
    onRun(again: boolean): void;
  };

/** A picture, what to do with it, and one button. Ctrl or Cmd with Enter runs from any field; Shift with either means once more. */
export function QuickPromptPanel(props: QuickPromptPanelProps) {
  const { picture, draft, preset, busy, problem } = props;
  const blockedBy = runBlockedBy(picture !== null, draft, busy, preset);
  const gestures = useRunGestures((isAgain) => {
    if (blockedBy !== null) return;
    if (props.earlier?.match === 'same' && !isAgain) props.earlier.onShow();
    else props.onRun(isAgain);
  });
  return (
    <form class={styles.panel} aria-label={panelWords.run.form} {...gestures} noValidate>
      <div class={styles.columns}>
        <PicturePicker
          picture={picture}
          onFiles={props.onFiles}
          onAddress={props.onAddress}
          onCode={props.onCode}
          onChooseFile={props.onChooseFile}
          onTakePhoto={props.onTakePhoto}
          emptyWords={props.emptyWords}
          onPaste={props.onPaste}
          onCrop={props.onCrop}
          onWhole={props.onWhole}
          startsCropping={props.startsCropping ?? false}
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
              onRunAnyway={() => props.onRun(true)}
            />
          </div>
        </div>
      </div>
    </form>
  );
}

function Controls(props: QuickPromptPanelProps) {
  const { draft, preset, presets, strengthRange } = props;
  const change = (part: Partial<Draft>) => props.onChange({ ...draft, ...part });
  return (
    <>
      <PresetPicker
        presets={presets}
        pictureUrl={props.pictureUrl}
        selectedId={draft.presetId}
        onSelect={(presetId) => change({ presetId })}
      />
      <PromptArea draft={draft} preset={preset} pastPrompts={props.pastPrompts} onChange={change} />
      {props.keeping}
      {strengthRange && (
        <StrengthSlider
          strength={draft.strength}
          range={{ ...strengthRange, safe: preset?.safe ?? strengthRange.safe }}
          onStrength={(strength) => change({ strength })}
        />
      )}
      <MoreOptions
        draft={draft}
        gpuChoices={props.gpuChoices ?? []}
        furtherInputs={props.furtherInputs ?? []}
        inputs={draft.inputs ?? preset?.inputs ?? {}}
        onSeed={(seed) => change({ seed })}
        onGpu={(gpu) => change({ gpu })}
        onInputs={(inputs) => change({ inputs })}
        newSeed={props.newSeed}
        onCopySeed={props.onCopySeed}
      />
    </>
  );
}
