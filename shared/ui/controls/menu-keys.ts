import type { ComponentType, RefObject } from 'preact';

export type MenuItem = {
  label: string;
  /** What it costs, or another fact that has to be known before. */
  note?: string | null;
  icon?: ComponentType;
  isDanger?: boolean;
  onSelect(): void;
};

/** The keys of a menu: https://www.w3.org/WAI/ARIA/apg/patterns/menubar/ */
export function useMenuKeys(
  list: RefObject<HTMLElement>,
  items: readonly MenuItem[],
  onClose: () => void,
): (event: KeyboardEvent) => void {
  return (event) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((each) => each.matches(':focus'));
    const next = nextItem(event.key, at, items);
    if (next !== null) buttons[next]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
    // A dialog around it would close as well.
    event.stopPropagation();
  };
}

/** Which item a key leads to from the one it is pressed on; `null` for keys that lead nowhere. */
export function nextItem(key: string, at: number, items: readonly Pick<MenuItem, 'label'>[]): number | null {
  const { length } = items;
  if (key === 'ArrowDown') return (at + 1) % length;
  if (key === 'ArrowUp') return (at - 1 + length) % length;
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  if (key.length !== 1 || key === ' ') return null;
  const after = [...items.keys()].map((step) => (at + 1 + step) % length);
  const letter = key.toLowerCase();
  return after.find((index) => items[index]?.label.toLowerCase().startsWith(letter)) ?? null;
}
