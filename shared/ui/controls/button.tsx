import type { ComponentChildren } from 'preact';
import styles from './button.module.css';

type ButtonProps = {
  /** `link` is for what stands among words. */
  kind?: 'primary' | 'quiet' | 'danger' | 'link';
  type?: 'button' | 'submit';
  /** Its work is under way; the children say so in words. */
  busy?: boolean;
  /** Cannot be pressed now. It keeps its place in the tab order, so that the reason can be heard. */
  blocked?: boolean;
  /** Id of the element that says why. */
  describedBy?: string | undefined;
  /** For a button that unfolds something: whether it is unfolded. */
  expanded?: boolean;
  onClick?: () => void;
  children: ComponentChildren;
};

export function Button(props: ButtonProps) {
  const { kind = 'quiet', type = 'button', busy = false, blocked = false, describedBy } = props;
  const press = (event: Event) => {
    if (busy || blocked) event.preventDefault();
    else props.onClick?.();
  };
  return (
    <button
      type={type}
      class={styles.button}
      data-kind={kind}
      aria-busy={busy}
      aria-disabled={busy || blocked}
      aria-describedby={describedBy}
      aria-expanded={props.expanded}
      onClick={press}
    >
      {props.children}
    </button>
  );
}
