import { useEffect, useRef, useState } from 'preact/hooks';
import { teamSetupWords } from '#shared/i18n/en/team-setup.ts';
import type { OpenedSetup } from '#shared/team-setup/team-setup.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { TextInput } from '#shared/ui/controls/text-input.tsx';
import { Notice } from '#shared/ui/feedback/notice.tsx';
import type { Services } from '../../platform/services.ts';
import { FoundSetup } from './found-setup.tsx';
import styles from './team-setup.module.css';
import { useSetupText } from './use-setup-text.ts';

const words = teamSetupWords.import;

type TeamSetupImportProps = {
  services: Services;
  /** A setup's text from elsewhere than this field. */
  pasted?: string;
  onSetup(setup: OpenedSetup): void;
};

/** A setup pasted as a line or a link, or opened as a file; nothing of it is used before the person says so. */
export function TeamSetupImport({ services, pasted = '', onSetup }: TeamSetupImportProps) {
  const { found, problem, read } = useSetupText();
  const [typed, setTyped] = useState('');
  const [isTaken, setTaken] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const take = (text: string) => {
    setTyped(text.trimStart().startsWith('{') ? '' : text);
    setTaken(false);
    void read(text);
  };
  useEffect(() => {
    if (pasted !== '') take(pasted);
  }, [pasted]);
  return (
    <div class={styles.setup}>
      <TextInput
        label={words.label}
        hint={words.hint}
        error={problem ?? undefined}
        value={typed}
        onValue={take}
      />
      <div>
        <Button onClick={() => file.current?.click()}>{words.file}</Button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          hidden
          onChange={({ currentTarget }) => {
            void currentTarget.files?.[0]?.text().then(take);
            // The same file chosen again is a change again.
            currentTarget.value = '';
          }}
        />
      </div>
      {found && !isTaken && (
        <FoundSetup
          setup={found}
          services={services}
          onTaken={(setup) => {
            setTaken(true);
            onSetup(setup);
          }}
        />
      )}
      {isTaken && <Notice tone="success">{words.taken}</Notice>}
    </div>
  );
}
