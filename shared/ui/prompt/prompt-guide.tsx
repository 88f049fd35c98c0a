import { promptWords } from '#shared/i18n/en/prompt.ts';
import { Disclosure } from '#shared/ui/controls/disclosure.tsx';
import text from '../text.module.css';
import styles from './prompt.module.css';

const words = promptWords.guide;

/** How edit models want to be spoken to, folded away. */
export function PromptGuide() {
  return (
    <Disclosure label={words.label}>
      <table class={styles.guide}>
        <thead>
          <tr>
            <th scope="col">{words.do}</th>
            <th scope="col">{words.dont}</th>
          </tr>
        </thead>
        <tbody>
          {words.rows.map(({ say, not }) => (
            <tr key={say}>
              <td>{say}</td>
              <td class={text.quiet}>{not}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class={text.quiet}>{words.last}</p>
    </Disclosure>
  );
}
