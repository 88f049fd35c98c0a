// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { PresetPicker } from '#shared/ui/presets/preset-picker.tsx';

afterEach(cleanup);

function show(selectedId: string | null) {
  const onSelect = vi.fn();
  render(
    <PresetPicker
      presets={builtInPresets}
      selectedId={selectedId}
      onSelect={onSelect}
      pictureUrl={({ picture }) => (picture ? `presets/${picture}` : null)}
    />,
  );
  return onSelect;
}

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });

test('presets and the choice of none are one group of radio buttons, so arrow keys walk them', () => {
  show(null);
  const radios = screen.getAllByRole<HTMLInputElement>('radio');
  expect(screen.getByRole('radiogroup', { name: 'Preset' }).contains(radios[0] ?? null)).toBe(true);
  expect(radios).toHaveLength(builtInPresets.length + 1);
  expect(new Set(radios.map(({ name }) => name)).size).toBe(1);
});

test('exactly the selected preset is checked', () => {
  show('builtin.film-noir');
  const checked = screen.getAllByRole<HTMLInputElement>('radio').filter((input) => input.checked);
  expect(checked).toEqual([radio('Film noir')]);
});

test('choosing hands over the id, and null for no preset', () => {
  const onSelect = show('builtin.film-noir');
  fireEvent.click(radio('Watercolour'));
  fireEvent.click(radio('No preset'));
  expect(onSelect.mock.calls).toEqual([['builtin.watercolour'], [null]]);
});

test('two pickers on one page do not take each other’s choice', () => {
  show('builtin.film-noir');
  show('builtin.watercolour');
  expect(screen.getAllByRole<HTMLInputElement>('radio').filter((input) => input.checked)).toHaveLength(2);
});

test('all of them are shown by family when asked for, and found by a word', () => {
  const onSelect = show('builtin.film-noir');
  fireEvent.click(screen.getByRole('button', { name: `See all ${builtInPresets.length}` }));
  const groups = screen.getAllByRole('group').map((group) => group.getAttribute('aria-labelledby') ?? '');
  expect(groups.map((id) => document.getElementById(id)?.textContent)).toEqual([
    'Photo light',
    'Film',
    'Illustration',
    'Painting',
    'Print and graphic',
    'Product and brand',
  ]);
  fireEvent.input(screen.getByRole('searchbox', { name: 'Find a preset' }), {
    target: { value: 'blue print' },
  });
  expect(screen.getAllByRole('radio')).toHaveLength(2);
  expect(screen.getByRole('status').textContent).toBe('One preset.');
  fireEvent.click(radio('Cyanotype'));
  expect(onSelect).toHaveBeenCalledExactlyOnceWith('builtin.cyanotype');
});
