import { useState } from 'preact/hooks';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import { Disclosure } from '#shared/ui/controls/disclosure.tsx';
import { SearchInput } from '#shared/ui/controls/search-input.tsx';
import text from '../text.module.css';
import styles from './prompt.module.css';

const words = promptWords.past;
const shownCount = 8;

type PastPromptsProps = { past: readonly string[]; onOpen(): void; onPrompt(prompt: string): void };

/** What was written before, to be found and used again; read when it is first unfolded. */
export function PastPrompts({ past, onOpen, onPrompt }: PastPromptsProps) {
  const [wanted, setWanted] = useState('');
  const found = past.filter((prompt) =>
    prompt.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  return (
    <Disclosure label={words.label} onOpen={onOpen}>
      {past.length > shownCount && <SearchInput label={words.search} value={wanted} onValue={setWanted} />}
      <ul class={styles.past}>
        {found.slice(0, shownCount).map((prompt) => (
          <li key={prompt}>
            <button type="button" class={styles.pastPrompt} dir="auto" onClick={() => onPrompt(prompt)}>
              {prompt}
            </button>
          </li>
        ))}
      </ul>
      <p class={text.quiet}>
        {past.length === 0 ? words.empty : found.length === 0 ? words.none : words.keys}
      </p>
    </Disclosure>
  );
}
