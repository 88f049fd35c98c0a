import { useId } from 'preact/hooks';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import { keepParts, keptBy, withKept } from '#shared/presets/keep-sentence.ts';
import text from '../text.module.css';
import styles from './prompt.module.css';

const words = promptWords.keep;

/** What has to stay, as switches that write the prompt's last sentence. */
export function KeepChips({ prompt, onPrompt }: { prompt: string; onPrompt(prompt: string): void }) {
  const id = useId();
  const kept = keptBy(prompt);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend could not stand in the row.
    <div class={styles.keep} role="group" aria-labelledby={id}>
      <span id={id} class={text.quiet}>
        {words.legend}
      </span>
      {keepParts.map((part) => {
        const isKept = kept.includes(part);
        const next = isKept ? kept.filter((each) => each !== part) : [...kept, part];
        return (
          <button
            key={part}
            type="button"
            class={styles.chip}
            aria-pressed={isKept}
            onClick={() => onPrompt(withKept(prompt, next))}
          >
            {words.labels[part]}
          </button>
        );
      })}
    </div>
  );
}
