import { useRef, useState } from 'preact/hooks';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import type { Preset } from '#shared/presets/preset.ts';
import type { Rewriting } from '#shared/presets/rewriting/rewrite-prompt.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import text from '../text.module.css';
import styles from './prompt.module.css';

const words = promptWords.rewriting;

type PromptRewritingProps = { prompt: string; preset: Preset | null; onPrompt(prompt: string): void };

/** The rules come with the first press: few presses need them, and every panel would carry them. */
const loadRules = () => import('#shared/ui/prompt/rewriting-offer.tsx');
type Rules = Awaited<ReturnType<typeof loadRules>>;

/** What the rules said of one prompt beside one preset; of another it says nothing. */
type Answer = { rules: Rules; prompt: string; presetId: string | null; rewriting: Rewriting | null };

/** Puts a prompt into better form by the preset's own rules, shown before it is used, with a way back. */
export function PromptRewriting({ prompt, preset, onPrompt }: PromptRewritingProps) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [before, setBefore] = useState<{ prompt: string; after: string } | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const presetId = preset?.id ?? null;
  const isAsked = answer?.prompt === prompt && answer.presetId === presetId;
  const ask = async () => {
    const rules = await loadRules();
    setAnswer({ rules, prompt, presetId, rewriting: rules.rewritePrompt(prompt, preset) });
  };
  const focusPlace = () => requestAnimationFrame(() => place.current?.querySelector('button')?.focus());
  if (isAsked && answer.rewriting) {
    const { rewriting, rules } = answer;
    const use = () => {
      setAnswer(null);
      setBefore({ prompt, after: rewriting.text });
      onPrompt(rewriting.text);
      focusPlace();
    };
    const leave = () => {
      setAnswer(null);
      focusPlace();
    };
    return <rules.RewritingOffer {...{ prompt, preset, rewriting }} onUse={use} onLeave={leave} />;
  }
  const isUsed = before?.after === prompt;
  if (prompt.trim() === '' && !isUsed) return null;
  return (
    <div ref={place} class={styles.choices}>
      {isUsed ? (
        <Button kind="link" onClick={() => onPrompt(before.prompt)}>
          {words.undo}
        </Button>
      ) : (
        <Button kind="link" onClick={() => void ask()}>
          {preset ? words.askPreset(preset.name) : words.ask}
        </Button>
      )}
      <p class={text.quiet} role="status">
        {isUsed ? words.used : isAsked && words.nothing}
      </p>
    </div>
  );
}
