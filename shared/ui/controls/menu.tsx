import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { MoreIcon } from '#shared/ui/icons/icons.tsx';
import buttonStyles from './button.module.css';
import iconButton from './icon-button.module.css';
import styles from './menu.module.css';
import { type MenuItem, useMenuKeys } from './menu-keys.ts';

export type { MenuItem } from './menu-keys.ts';

type MenuProps = {
  /** Its button's name for screen readers, and its tooltip. */
  label: string;
  items: readonly MenuItem[];
  icon?: ComponentType;
  /** Shows the name beside the icon, as among buttons that do. */
  isWorded?: boolean;
};

/** What is wanted now and then, behind one button: by arrows, letters and Escape as menus are, or by pointer. */
export function Menu({ label, items, icon: Icon = MoreIcon, isWorded = false }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={isWorded ? buttonStyles.button : iconButton.button}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        title={label}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Icon />
        {isWorded && label}
      </button>
      {isOpen && (
        <List
          label={label}
          items={items}
          button={button.current}
          onClose={close}
          onLeave={() => setOpen(false)}
        />
      )}
    </>
  );
}

type ListProps = Pick<MenuProps, 'label' | 'items'> & {
  button: HTMLElement | null;
  /** Closed from within: the focus goes back to the button. */
  onClose(): void;
  /** The person went elsewhere, and the focus with them. */
  onLeave(): void;
};

function List({ label, items, button, onClose, onLeave }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = useMenuKeys(list, items, onClose);
  useEffect(() => {
    list.current?.showPopover?.();
    const place = () => list.current && button && lieBeside(list.current, button);
    place();
    list.current?.querySelector('button')?.focus();
    const leave = (event: Event) => {
      const isInside =
        event.target instanceof Node &&
        [list.current, button].some((each) => each?.contains(event.target as Node));
      if (!isInside) onLeave();
    };
    const events = ['pointerdown', 'scroll', 'focusin'] as const;
    for (const name of events) document.addEventListener(name, leave, true);
    addEventListener('resize', place);
    return () => {
      removeEventListener('resize', place);
      for (const name of events) document.removeEventListener(name, leave, true);
    };
  }, []);
  return (
    <div
      ref={list}
      class={styles.menu}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      popover="manual"
      onKeyDown={onKeyDown}
    >
      {items.map(({ label: words, note, icon: Icon, isDanger, onSelect }) => (
        <button
          key={words}
          type="button"
          class={styles.item}
          role="menuitem"
          tabIndex={-1}
          data-danger={isDanger}
          onClick={() => {
            onClose();
            onSelect();
          }}
        >
          {Icon && <Icon />}
          <span class={styles.words}>{words}</span>
          {note && <span class={styles.note}>{note}</span>}
        </button>
      ))}
    </div>
  );
}

const gapPx = 4;

/** In the browser's top layer, where nothing cuts it off: below its button, or above where there is more room. */
function lieBeside(list: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const isRtl = getComputedStyle(button).direction === 'rtl';
  const leftPx = isRtl ? at.left : at.right - width;
  const belowPx = at.bottom + gapPx;
  const topPx =
    belowPx + height > innerHeight && at.top > innerHeight - at.bottom ? at.top - gapPx - height : belowPx;
  const within = (px: number, sizePx: number, roomPx: number) =>
    Math.max(gapPx, Math.min(px, roomPx - sizePx - gapPx));
  list.style.left = `${within(leftPx, width, document.documentElement.clientWidth)}px`;
  list.style.top = `${within(topPx, height, innerHeight)}px`;
}
