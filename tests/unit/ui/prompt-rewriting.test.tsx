// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import { rewritingWords } from '#shared/i18n/en/rewriting.ts';
import { findPreset } from '#shared/presets/find-preset.ts';
import { PromptRewriting } from '#shared/ui/prompt/prompt-rewriting.tsx';

afterEach(cleanup);

const noir = findPreset('builtin.film-noir');
const words = promptWords.rewriting;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

function show(first: string, preset = noir) {
  const Owner = () => {
    const [prompt, setPrompt] = useState(first);
    return (
      <>
        <input aria-label="Prompt" value={prompt} onInput={(event) => setPrompt(event.currentTarget.value)} />
        <PromptRewriting prompt={prompt} preset={preset} onPrompt={setPrompt} />
      </>
    );
  };
  render(<Owner />);
  return () => screen.getByRole<HTMLInputElement>('textbox').value;
}

test('shows both versions and why, changes nothing until asked, and goes back', async () => {
  const prompt = show('make the text red');
  press(words.askPreset('Film noir'));
  const offer = await screen.findByRole('region', { name: rewritingWords.region });
  expect(offer.textContent).toContain('Film noir keeps any text, which you change');
  expect(offer.textContent).toContain(rewritingWords.means);
  await waitFor(() => expect(document.activeElement?.textContent).toBe(rewritingWords.use));
  expect(prompt()).toBe('make the text red');

  press(rewritingWords.use);
  expect(prompt()).toMatch(/^Make the text red\. Apart from that, keep the composition/);
  expect(screen.getByRole('status').textContent).toBe(words.used);
  press(words.undo);
  expect(prompt()).toBe('make the text red');
  expect(screen.queryByRole('region')).toBeNull();
});

test('what was found for one text is not offered for another', async () => {
  const prompt = show('a red scarf', null);
  press(words.ask);
  await screen.findByRole('region');
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'a blue scarf' } });
  expect(screen.queryByRole('region')).toBeNull();
  press(words.ask);
  await screen.findByRole('region');
  press(rewritingWords.leave);
  expect(prompt()).toBe('a blue scarf');
});

test('says so where the rules find nothing', async () => {
  show('Add rain');
  press(words.askPreset('Film noir'));
  await screen.findByText(words.nothing);
});

test('is not there where nothing is typed', () => {
  show(' ');
  expect(screen.queryByRole('button')).toBeNull();
});
