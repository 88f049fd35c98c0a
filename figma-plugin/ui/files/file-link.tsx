import { useRef } from 'preact/hooks';
import styles from './file-link.module.css';

type FileLinkProps = {
  label: string;
  /** What may be picked, as in `<input accept>`. */
  accept: string;
  onFile(file: File): void;
};

/** Opens one file of the person's, read with a button of ours: the browser's own cannot be dressed. */
export function FileLink({ label, accept, onFile }: FileLinkProps) {
  const input = useRef<HTMLInputElement>(null);
  const onPicked = () => {
    const file = input.current?.files?.[0];
    if (file) onFile(file);
    // The same file may be picked once more.
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <button type="button" class={styles.action} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        class={styles.file}
        type="file"
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        onChange={onPicked}
      />
    </>
  );
}
