import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { ErrorData } from '#shared/errors/app-error.ts';
import { webAppWords } from '#shared/i18n/en/web-app.ts';
import type { ErrorAction } from '#shared/i18n/error-text.ts';
import { errorDetails } from '#shared/i18n/error-words.ts';
import { systemIds } from '#shared/platform.ts';
import { QuickPromptPanel } from '#shared/ui/panel/quick-prompt-panel.tsx';
import { useReadPastPrompts } from '#shared/ui/prompt/use-read-past-prompts.ts';
import { PictureInputs } from './picture-inputs.tsx';
import { presetPictureUrl } from './preset-picture-url.ts';
import { type PanelFacts, usePanel } from './use-panel.ts';

const words = webAppWords.picture;

/** Fingers, not a mouse: there is a camera on the other side of such a device. */
const isHandheld = matchMedia('(pointer: coarse)').matches;
const emptyWords = { ...words, advice: isHandheld ? words.advice : words.adviceOnDesk };

const copy = (text: string) => void navigator.clipboard.writeText(text);

type StudioPanelProps = PanelFacts & {
  /** Which workflow is meant, where there are several. */
  choice: ComponentChildren;
  onSettings(error: ErrorData | null): void;
};

/** The quick-prompt panel on a page of the relay. */
export function StudioPanel({ onSettings, choice, ...facts }: StudioPanelProps) {
  const panel = usePanel(facts);
  const readPastPrompts = useReadPastPrompts(facts.services);
  const file = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const chooseFile = () => file.current?.click();
  const help = (action: ErrorAction) => {
    if (action === 'open-settings') onSettings(panel.problem?.error ?? null);
    else if (action === 'retry' || action === 'look-again') panel.onRun(false);
    else chooseFile();
  };
  return (
    <>
      <QuickPromptPanel
        {...panel}
        emptyWords={emptyWords}
        presets={facts.services.library.shown}
        pictureUrl={presetPictureUrl}
        keeping={choice}
        pastPrompts={readPastPrompts}
        newSeed={() => systemIds.seed()}
        onCopySeed={(seed) => copy(String(seed))}
        onChooseFile={chooseFile}
        onTakePhoto={isHandheld ? () => camera.current?.click() : undefined}
        onAction={help}
        onCopyDetails={(error) => copy(errorDetails(error))}
      />
      <PictureInputs file={file} camera={camera} onFiles={panel.onFiles} />
    </>
  );
}
