// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Menu } from '#shared/ui/controls/menu.tsx';
import { nextItem } from '#shared/ui/controls/menu-keys.ts';

afterEach(cleanup);

function show() {
  const items = ['Clean copy', 'Another version', 'Remove'].map((label) => ({ label, onSelect: vi.fn() }));
  render(<Menu label="More" items={items} />);
  const button = screen.getByRole('button', { name: 'More' });
  return { items, button };
}

const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });
const focused = () => document.activeElement?.textContent;

test('opens on its first item, says that it is open, and goes round by arrows', () => {
  const { button } = show();
  expect(button.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(focused()).toBe('Clean copy');
  key('ArrowUp');
  expect(focused()).toBe('Remove');
  key('ArrowDown');
  key('ArrowDown');
  expect(focused()).toBe('Another version');
});

test.each(['Escape', 'Tab'])('%s closes it and gives the focus back', (name) => {
  const { button } = show();
  fireEvent.click(button);
  key(name);
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button);
});

test('an item is done once, and the menu is gone', () => {
  const { items, button } = show();
  fireEvent.click(button);
  fireEvent.click(screen.getByRole('menuitem', { name: 'Another version' }));
  expect(items.map(({ onSelect }) => onSelect.mock.calls.length)).toEqual([0, 1, 0]);
  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button);
});

test('a press elsewhere closes it', () => {
  const { button } = show();
  fireEvent.click(button);
  fireEvent.pointerDown(document.body);
  expect(screen.queryByRole('menu')).toBeNull();
});

test('a letter leads to the next item that begins with it', () => {
  const items = [{ label: 'Copy' }, { label: 'Cut' }, { label: 'Remove' }];
  expect(nextItem('c', 0, items)).toBe(1);
  expect(nextItem('C', 1, items)).toBe(0);
  expect(nextItem('x', 0, items)).toBeNull();
  expect(nextItem('Home', 2, items)).toBe(0);
  expect(nextItem('Enter', 2, items)).toBeNull();
});
