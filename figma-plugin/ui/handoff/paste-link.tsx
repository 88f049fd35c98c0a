import { useEffect, useRef, useState } from 'preact/hooks';
import { isHandoffCode } from '#shared/handoff/handoff-code.ts';
import { figmaHandoffWords as words } from '#shared/i18n/en/handoff.ts';
import link from '../files/file-link.module.css';
import styles from './paste-link.module.css';

/** The way to see for what a browser copied; pasted anywhere in the panel it is taken up as well. */
export function PasteLink({ onCode }: { onCode(code: string): void }) {
  const [isAsking, setIsAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setIsAsking(false);
    button.current?.focus();
  };
  const offer = (text: string) => {
    if (!isHandoffCode(text)) return setIsAsking(true);
    onCode(text);
    close();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={link.action}
        aria-expanded={isAsking}
        onClick={() => (isAsking ? close() : void readClipboard().then(offer))}
      >
        {words.paste}
      </button>
      {isAsking && <PasteField onText={offer} onClose={close} />}
    </>
  );
}

/** A paste event is told to the whole panel, which takes it up: here it only ends the asking. */
function PasteField({ onText, onClose }: { onText(text: string): void; onClose(): void }) {
  const field = useRef<HTMLInputElement>(null);
  const [isOther, setIsOther] = useState(false);
  useEffect(() => field.current?.focus(), []);
  return (
    <span class={styles.asking}>
      <input
        ref={field}
        class={styles.field}
        aria-label={words.pasteHere}
        placeholder={words.pasteHere}
        onPaste={({ clipboardData }) => {
          if (isHandoffCode(clipboardData?.getData('text/plain') ?? '')) onClose();
        }}
        onInput={({ currentTarget }) => {
          setIsOther(currentTarget.value !== '');
          onText(currentTarget.value);
        }}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onClose();
        }}
      />
      <span role="status">{isOther && words.pasteOther}</span>
    </span>
  );
}

/** `''` where the browser keeps it from Figma's frames, or the person does: then it is pasted by hand. */
async function readClipboard(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return '';
  }
}
