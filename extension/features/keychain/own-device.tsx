import { useState } from 'preact/hooks';
import { toErrorData } from '#shared/errors/app-error.ts';
import { keychainWords } from '#shared/i18n/en/keychain.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { TextInput } from '#shared/ui/controls/text-input.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import { ask } from '../../messaging.ts';
import styles from './keychain-section.module.css';

const words = keychainWords.device;

/** Tokens of a relay are not synced: from a browser that has one, another is let in by a link. */
export function OwnDevice() {
  const [link, setLink] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const approve = async () => {
    setProblem('');
    try {
      setLink(await ask('connection.inviteDevice', {}));
    } catch (error) {
      setProblem(words.failed(toErrorData(error).detail));
    }
  };
  return (
    <div class={styles.form}>
      <p class={styles.lead}>{words.lead}</p>
      {link && <TextInput label={words.link} hint={words.linkHint} value={link} onValue={() => {}} />}
      <div class={styles.buttons}>
        {link && (
          <Button kind="primary" onClick={() => void navigator.clipboard.writeText(link)}>
            {words.copy}
          </Button>
        )}
        <Button onClick={() => void approve()}>{words.approve}</Button>
      </div>
      {problem && <Notice tone="error">{problem}</Notice>}
    </div>
  );
}
