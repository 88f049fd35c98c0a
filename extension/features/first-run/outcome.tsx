import type { ComponentChildren } from 'preact';
import { welcomeWords } from '#shared/i18n/en/welcome.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import type { Services } from '../../platform/services.ts';
import { openPage, settingsPath, studioPath } from '../../platform/views/open-page.ts';
import styles from './practice.module.css';
import { useTrial } from './use-trial.ts';

const words = welcomeWords.practice;

type OutcomeProps = {
  services: Services;
  /** What to do, until something is done. */
  children: ComponentChildren;
};

/** What becomes of the first try, in the place of what to do: the photographs stay where they are. */
export function Outcome({ services, children }: OutcomeProps) {
  const trial = useTrial(services);
  return (
    <div class={styles.outcome}>
      {trial === 'none' && children}
      {trial === 'making' && <Notice>{words.making}</Notice>}
      {trial === 'failed' && <Notice tone="error">{words.failed}</Notice>}
      {trial === 'done' && (
        <Notice tone="success">
          <strong>{words.done}</strong>
          <p>{words.doneLead}</p>
          <div class={styles.buttons}>
            <Button onClick={() => void openPage(studioPath)}>{words.studio}</Button>
            <Button onClick={() => void openPage(settingsPath)}>{words.settings}</Button>
          </div>
        </Notice>
      )}
    </div>
  );
}
