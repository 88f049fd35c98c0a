import { useRef } from 'preact/hooks';
import { dataWords } from '#shared/i18n/en/data.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import text from '#shared/ui/text.module.css';
import type { Services } from '../../platform/services.ts';
import styles from './data-section.module.css';
import { FoundData } from './found-data.tsx';
import type { Taken } from './take-everything.ts';
import { type TakingState, useTakingIn } from './use-taking-in.ts';

const words = dataWords.import;

/** A file of everything, taken in once a person has seen what is in it. */
export function DataImport({ services }: { services: Services }) {
  const { state, open, take, undo, leave } = useTakingIn(services);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class={styles.choices}>
      <div>
        <Button
          busy={state.name === 'opening' || state.name === 'taking'}
          onClick={() => input.current?.click()}
        >
          {words.button}
        </Button>
      </div>
      <p class={text.quiet}>{words.hint}</p>
      <OptionCost of="import" />
      <input
        ref={input}
        type="file"
        accept="application/zip,.zip"
        aria-label={words.button}
        hidden
        onChange={(event) => {
          open(event.currentTarget.files?.[0]);
          // The same file chosen again is a change again.
          event.currentTarget.value = '';
        }}
      />
      {state.name === 'found' && <FoundData {...state} onTake={take} onLeave={leave} />}
      <p role="status">{progressOf(state)}</p>
      {state.name === 'refused' && <Notice tone="error">{state.problem}</Notice>}
      {state.name === 'taken' && <TakenNotice taken={state.taken} onUndo={() => undo(state.taken)} />}
    </div>
  );
}

function progressOf(state: TakingState): string | null {
  if (state.name === 'undone') return words.undone;
  return state.name === 'taking' && state.total > 0 ? words.taking(state.done, state.total) : null;
}

function TakenNotice({ taken, onUndo }: { taken: Taken; onUndo: () => void }) {
  const lacking = taken.lacking.map(({ description }) => description.name).join(', ');
  return (
    <Notice tone="success">
      <p>{words.taken(taken.presetCount, taken.resultCount)}</p>
      {lacking !== '' && <p>{words.lacking(lacking)}</p>}
      <Button onClick={onUndo}>{words.undo}</Button>
    </Notice>
  );
}
