import { panelWords } from '#shared/i18n/en/panel.ts';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { tipFor } from '#shared/presets/prompt-tips.ts';
import { TextArea } from '#shared/ui/controls/text-area.tsx';
import type { Draft } from '#shared/ui/panel/draft.ts';
import { KeepChips } from '#shared/ui/prompt/keep-chips.tsx';
import { PastPrompts } from '#shared/ui/prompt/past-prompts.tsx';
import { PlaceholderFields } from '#shared/ui/prompt/placeholder-fields.tsx';
import { PromptGuide } from '#shared/ui/prompt/prompt-guide.tsx';
import { PromptRewriting } from '#shared/ui/prompt/prompt-rewriting.tsx';
import { type ReadPastPrompts, usePastPrompts } from '#shared/ui/prompt/use-past-prompts.ts';

const words = panelWords.prompt;

export type PromptAreaProps = {
  draft: Draft;
  /** The chosen one. */
  preset: Preset | null;
  pastPrompts: ReadPastPrompts;
  onChange(part: Partial<Draft>): void;
};

/** What should change, with what helps to say it. */
export function PromptArea({ draft, preset, pastPrompts, onChange }: PromptAreaProps) {
  const { prompt } = draft;
  const onPrompt = (typed: string) => onChange({ prompt: typed });
  const { past, open, onKeyDown } = usePastPrompts(pastPrompts, prompt, onPrompt);
  const tip = tipFor(prompt, { addsToPreset: preset !== null });
  const hint = preset ? undefined : words.hint;
  return (
    <>
      <PlaceholderFields
        presets={preset ? [preset] : []}
        typed={prompt}
        fills={draft.fills ?? {}}
        onFills={(fills) => onChange({ fills })}
      />
      <TextArea
        label={preset ? words.labelWithPreset(preset.name) : words.label}
        placeholder={preset ? words.placeholderWithPreset : words.placeholder}
        hint={tip ? promptWords.tips[tip] : hint}
        value={prompt}
        onValue={onPrompt}
        onKeyDown={onKeyDown}
      />
      {!preset && prompt.trim() !== '' && <KeepChips prompt={prompt} onPrompt={onPrompt} />}
      <PromptRewriting prompt={prompt} preset={preset} onPrompt={onPrompt} />
      <div>
        <PastPrompts past={past} onOpen={open} onPrompt={onPrompt} />
        <PromptGuide />
      </div>
    </>
  );
}
