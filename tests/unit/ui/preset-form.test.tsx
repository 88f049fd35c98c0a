// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { presetWords } from '#shared/i18n/en/presets.ts';
import type { PresetDraft } from '#shared/presets/preset-shelf.ts';
import { PresetForm } from '../../../extension/features/presets/preset-form.tsx';

afterEach(cleanup);

const words = presetWords.form;
const poster: PresetDraft = {
  name: 'Poster',
  description: '',
  prompt: 'Turn this picture into a poster.',
  strength: 0.9,
  safe: null,
  folder: '',
  picture: null,
};

function show(first: Partial<PresetDraft> = {}) {
  const onSave = vi.fn<(draft: PresetDraft) => void>();
  render(
    <PresetForm title="A" first={{ ...poster, ...first }} folders={[]} onSave={onSave} onCancel={() => {}} />,
  );
  const type = (label: string, value: string) =>
    fireEvent.input(screen.getByRole('spinbutton', { name: label }), { target: { value } });
  const saved = () => {
    fireEvent.click(screen.getByRole('button', { name: words.save }));
    return onSave.mock.lastCall?.[0].safe;
  };
  return { type, saved };
}

test('where a preset works best is marked around its strength, changed and taken away', () => {
  const { type, saved } = show();
  expect(saved()).toBeNull();
  fireEvent.click(screen.getByRole('switch', { name: words.safe.label }));
  expect(saved()).toEqual({ from: 0.75, to: 1 });
  screen.getByText('Works best between 75 and 100 %.');
  type(words.safe.fromNumber, '60');
  type(words.safe.toNumber, '85');
  expect(saved()).toEqual({ from: 0.6, to: 0.85 });
  screen.getByText(words.safe.outside);
  fireEvent.click(screen.getByRole('switch', { name: words.safe.label }));
  expect(saved()).toBeNull();
});

test('neither end goes past the other', () => {
  const { type, saved } = show({ safe: { from: 0.5, to: 0.7 } });
  type(words.safe.fromNumber, '70');
  type(words.safe.toNumber, '50');
  expect(saved()).toEqual({ from: 0.5, to: 0.7 });
});
