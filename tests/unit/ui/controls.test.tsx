// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from '#shared/ui/controls/button.tsx';
import { Select } from '#shared/ui/controls/select.tsx';
import { Switch } from '#shared/ui/controls/switch.tsx';
import { TextInput } from '#shared/ui/controls/text-input.tsx';

afterEach(cleanup);

test.each([{ busy: true }, { blocked: true }])('a button that is %o does nothing', (state) => {
  const onClick = vi.fn();
  render(
    <Button {...state} onClick={onClick}>
      Save
    </Button>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(onClick).not.toHaveBeenCalled();
});

test('a switch says its state and hands over the other', () => {
  const onValue = vi.fn();
  render(<Switch label="Tell me" hint="Needs a right." checked={false} onValue={onValue} />);
  const control = screen.getByRole<HTMLInputElement>('switch', { name: 'Tell me' });
  expect(control.checked).toBe(false);
  fireEvent.click(control);
  expect(onValue).toHaveBeenCalledExactlyOnceWith(true);
});

test('an error takes the place of the hint and marks the field', () => {
  const texts = { label: 'Address', hint: 'Change it rarely.', error: 'Start it with https://.' };
  render(<TextInput {...texts} value="x" onValue={() => {}} />);
  const field = screen.getByRole('textbox', { name: 'Address' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    texts.error,
  );
  expect(screen.queryByText(texts.hint)).toBeNull();
});

test('a select hands over the value, not the label', () => {
  const onValue = vi.fn();
  const options = [
    { value: 'a', label: 'First' },
    { value: 'b', label: 'Second' },
  ];
  render(<Select label="Engine" value="a" options={options} onValue={onValue} />);
  fireEvent.change(screen.getByRole('combobox', { name: 'Engine' }), { target: { value: 'b' } });
  expect(onValue).toHaveBeenCalledExactlyOnceWith('b');
});
