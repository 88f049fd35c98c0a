import { useState } from 'preact/hooks';
import { dataWords } from '#shared/i18n/en/data.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { OptionCost } from '#shared/ui/settings/option-cost.tsx';
import { eraseAll } from '../../platform/erase-all.ts';
import type { Services } from '../../platform/services.ts';
import { welcomePath } from '../../platform/views/open-page.ts';
import styles from './data-section.module.css';

const words = dataWords.erase;

type State = 'closed' | 'asking' | 'erasing' | 'busy';

/** Deletes all there is, once it was said what that means. A picture on its way would come back: it is waited for. */
export function EraseOffer({ services: { journal, database } }: { services: Services }) {
  const [state, setState] = useState<State>('closed');
  const isMaking = async () => (await journal.listUnfinished()).length > 0;
  const ask = async () => setState((await isMaking()) ? 'busy' : 'asking');
  const erase = async () => {
    setState('erasing');
    // The question may have stood there for long.
    if (await isMaking()) return setState('busy');
    await eraseAll(database);
    location.href = welcomePath;
  };
  if (state === 'closed' || state === 'busy') {
    return (
      <div class={styles.way}>
        <Button kind="danger" onClick={() => void ask()}>
          {words.button}
        </Button>
        <OptionCost of="erase" />
        <p role="status">{state === 'busy' && words.busy}</p>
      </div>
    );
  }
  return (
    <Notice tone="error">
      <p>{words.ask}</p>
      <div class={styles.buttons}>
        <Button kind="danger" busy={state === 'erasing'} onClick={() => void erase()}>
          {words.confirm}
        </Button>
        <Button onClick={() => setState('closed')}>{words.keep}</Button>
      </div>
    </Notice>
  );
}
