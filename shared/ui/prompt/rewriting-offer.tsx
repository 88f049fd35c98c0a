import { useEffect, useRef } from 'preact/hooks';
import { rewritingWords as words } from '#shared/i18n/en/rewriting.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { type Rewriting, rewritePrompt } from '#shared/presets/rewriting/rewrite-prompt.ts';
import { listed } from '#shared/presets/rewriting/sentences.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import text from '../text.module.css';
import styles from './prompt.module.css';

export { type Rewriting, rewritePrompt };

type RewritingOfferProps = {
  prompt: string;
  preset: Preset | null;
  rewriting: Rewriting;
  onUse(): void;
  onLeave(): void;
};

/** A prompt as it is and as the rules would have it, and why. Nothing changes before a person says so. */
export function RewritingOffer({ prompt, preset, rewriting, onUse, onLeave }: RewritingOfferProps) {
  const box = useRef<HTMLElement>(null);
  // The button that asked for it is no longer there.
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  const reasonFor = (rule: Rewriting['rules'][number]) =>
    words.reasons[rule](preset?.name ?? '', listed(rewriting.letGo));
  return (
    <section ref={box} class={styles.rewritten} aria-label={words.region}>
      <dl class={styles.versions}>
        <dt class={text.quiet}>{words.before}</dt>
        <dd dir="auto">{prompt}</dd>
        <dt class={text.label}>{words.after}</dt>
        <dd dir="auto">{rewriting.text || words.nothingLeft}</dd>
      </dl>
      <ul class={`${styles.reasons} ${text.quiet}`}>
        {rewriting.rules.map((rule) => (
          <li key={rule}>{reasonFor(rule)}</li>
        ))}
      </ul>
      <div class={styles.choices}>
        <Button onClick={onUse}>{words.use}</Button>
        <Button kind="link" onClick={onLeave}>
          {words.leave}
        </Button>
      </div>
      <p class={text.quiet}>{words.means}</p>
    </section>
  );
}
