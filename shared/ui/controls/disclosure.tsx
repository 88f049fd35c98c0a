import type { ComponentChildren } from 'preact';
import { ChevronIcon } from '#shared/ui/icons/icons.tsx';
import text from '../text.module.css';
import styles from './disclosure.module.css';

type DisclosureProps = {
  label: string;
  /** What is inside in a few words, readable while it is closed. */
  summary?: string | undefined;
  /** Whether it starts open. */
  open?: boolean;
  /** Told whenever it is unfolded. */
  onOpen?: () => void;
  children: ComponentChildren;
};

export function Disclosure({ label, summary, open = false, onOpen, children }: DisclosureProps) {
  return (
    <details
      class={styles.disclosure}
      open={open}
      onToggle={(event) => event.currentTarget.open && onOpen?.()}
    >
      <summary class={styles.summary}>
        <span class={styles.chevron}>
          <ChevronIcon />
        </span>
        <span class={text.label}>{label}</span>
        {summary && <span class={`${styles.inside} ${text.quiet}`}>{summary}</span>}
      </summary>
      <div class={styles.content}>{children}</div>
    </details>
  );
}
