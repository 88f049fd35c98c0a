// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Preset } from '#shared/presets/preset.ts';
import type { Draft } from '#shared/ui/panel/draft.ts';
import { QuickPromptPanel, type QuickPromptPanelProps } from '#shared/ui/panel/quick-prompt-panel.tsx';

afterEach(cleanup);

const coffee = { url: 'blob:coffee', label: 'coffee.png', widthPx: 600, heightPx: 400 };
const shelf: Preset = {
  version: 1,
  id: 'preset.shelf',
  name: 'Shelf',
  description: '',
  prompt: 'Put {product} on a shelf of {wood: oak}.',
  strength: 0.8,
  safe: { from: 0.7, to: 0.9 },
  folder: '',
  builtIn: false,
  picture: null,
};
const presets = [shelf, ...builtInPresets];
const past = ['Turn day into night', 'Add rain'];
const emptyDraft: Draft = { presetId: null, prompt: '', strength: 0.8, seed: null };

/** The panel with an owner that keeps the draft, as the extension does. */
function show(draft: Partial<Draft> = {}, more: Partial<QuickPromptPanelProps> = {}) {
  const on = { onRun: vi.fn(), onCopySeed: vi.fn(), onAction: vi.fn(), onCopyDetails: vi.fn() };
  const drafts: Draft[] = [];
  const Owner = () => {
    const [kept, setKept] = useState<Draft>({ ...emptyDraft, ...draft });
    const onChange = (next: Draft) => {
      drafts.push(next);
      setKept(next);
    };
    return (
      <QuickPromptPanel
        picture={coffee}
        presets={presets}
        pictureUrl={() => null}
        draft={kept}
        preset={presets.find(({ id }) => id === kept.presetId) ?? null}
        strengthRange={{ min: 0, max: 1, step: 0.05, safe: { from: 0.6, to: 0.9 } }}
        price="about $0.03"
        wait="About 20 seconds"
        busy={false}
        problem={null}
        pastPrompts={async () => past}
        onChange={onChange}
        onFiles={() => {}}
        onChooseFile={() => {}}
        onPaste={() => {}}
        newSeed={() => 1234}
        {...on}
        {...more}
      />
    );
  };
  render(<Owner />);
  return { ...on, lastDraft: () => drafts.at(-1) };
}

const runButton = () => screen.getByRole('button', { name: /^Restyle|^Sending/ });
const runNote = () =>
  document.getElementById(runButton().getAttribute('aria-describedby') ?? '')?.textContent;
const promptBox = () => screen.getByRole<HTMLTextAreaElement>('textbox');

test('the one button carries the price, and how long it takes is its description', () => {
  show({ prompt: 'make it rain' });
  expect(runButton().textContent).toContain('about $0.03');
  expect(runNote()).toBe('About 20 seconds');
});

test.each([
  ['no picture', { picture: null }, { prompt: 'make it rain' }, 'Add a picture first.'],
  ['nothing to do', {}, { prompt: '  ' }, 'Choose a preset, or write what should change.'],
  ['already sending', { busy: true }, { prompt: 'make it rain' }, 'The picture is on its way.'],
])('with %s it cannot run, says why and can still be reached', (_, more, draft, reason) => {
  const { onRun } = show(draft, more);
  fireEvent.click(runButton());
  fireEvent.keyDown(promptBox(), { key: 'Enter', ctrlKey: true });
  expect(onRun).not.toHaveBeenCalled();
  expect(runNote()).toBe(reason);
  expect(runButton().getAttribute('aria-disabled')).toBe('true');
  expect(runButton().hasAttribute('disabled')).toBe(false);
});

test('a preset alone is enough to run', () => {
  const { onRun } = show({ presetId: 'builtin.watercolour' });
  fireEvent.click(runButton());
  expect(onRun).toHaveBeenCalledOnce();
});

test.each(['ctrlKey', 'metaKey'])('%s with Enter runs from the prompt, once a press', (modifier) => {
  const { onRun } = show({ prompt: 'make it rain' });
  fireEvent.keyDown(promptBox(), { key: 'Enter' });
  expect(onRun).not.toHaveBeenCalled();
  fireEvent.keyDown(promptBox(), { key: 'Enter', [modifier]: true });
  fireEvent.keyDown(promptBox(), { key: 'Enter', [modifier]: true, repeat: true });
  expect(onRun).toHaveBeenCalledOnce();
});

test('the prompt becomes an addition once a preset is chosen', () => {
  const { lastDraft } = show({ prompt: 'make it rain' });
  expect(screen.getByRole('textbox', { name: 'What should change?' })).toBe(promptBox());
  fireEvent.click(screen.getByRole('radio', { name: 'Watercolour' }));
  expect(lastDraft()).toEqual({ ...emptyDraft, prompt: 'make it rain', presetId: 'builtin.watercolour' });
  expect(screen.getByRole('textbox', { name: 'Add to Watercolour (optional)' })).toBe(promptBox());
});

test('typing changes the prompt and nothing else', () => {
  const { lastDraft } = show({ presetId: 'builtin.film-noir' });
  fireEvent.input(promptBox(), { target: { value: 'keep the red' } });
  expect(lastDraft()).toEqual({ ...emptyDraft, presetId: 'builtin.film-noir', prompt: 'keep the red' });
});

test('strength is percent to people and a ratio in the draft', () => {
  const { lastDraft } = show();
  const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Strength' });
  expect(slider.valueAsNumber).toBe(80);
  fireEvent.input(slider, { target: { value: '65' } });
  expect(lastDraft()?.strength).toBe(0.65);
});

test('a workflow without strength shows no slider', () => {
  show({}, { strengthRange: null });
  expect(screen.queryByRole('slider')).toBeNull();
});

test('a seed can be kept, typed, drawn again, copied and let go', () => {
  const { lastDraft, onCopySeed } = show();
  fireEvent.click(screen.getByRole('radio', { name: 'Always this one' }));
  expect(lastDraft()?.seed).toBe(1234);
  fireEvent.input(screen.getByRole('spinbutton', { name: 'Seed number' }), { target: { value: '77' } });
  expect(lastDraft()?.seed).toBe(77);
  fireEvent.click(screen.getByRole('button', { name: 'Copy the seed' }));
  expect(onCopySeed).toHaveBeenCalledExactlyOnceWith(77);
  fireEvent.click(screen.getByRole('button', { name: 'Another random seed' }));
  expect(lastDraft()?.seed).toBe(1234);
  fireEvent.click(screen.getByRole('radio', { name: 'A new one each time' }));
  expect(lastDraft()?.seed).toBeNull();
});

test('no seed below 1 gets out: 0 would mean random to the workflow', () => {
  const { lastDraft } = show({ seed: 5 });
  const box = screen.getByRole('spinbutton', { name: 'Seed number' });
  fireEvent.input(box, { target: { value: '0' } });
  fireEvent.blur(box);
  expect(lastDraft()?.seed).toBe(1);
});

test('a problem is announced with the button that helps', () => {
  const error = { code: 'unauthorized', detail: 'answered 401' } as const;
  const { onAction, onCopyDetails } = show({}, { problem: { error, words: errorWords(error) } });
  expect(screen.getByRole('alert').textContent).toContain('does not accept the key');
  fireEvent.click(screen.getByRole('button', { name: 'Open settings' }));
  fireEvent.click(screen.getByRole('button', { name: 'Copy details' }));
  expect(onAction).toHaveBeenCalledExactlyOnceWith('open-settings');
  expect(onCopyDetails).toHaveBeenCalledExactlyOnceWith(error);
});

test('a GPU can be asked for where the workflow leaves the choice, each with its price', () => {
  const { lastDraft } = show({}, { gpuChoices: [{ gpu: 'L40S', usdPerSecond: 0.000596 }] });
  const select = screen.getByLabelText<HTMLSelectElement>(panelWords.gpu.label);
  expect([...select.options].map(({ text }) => text)).toEqual([
    panelWords.gpu.own,
    'L40S · $0.0006 a second',
  ]);
  fireEvent.change(select, { target: { value: 'L40S' } });
  expect(lastDraft()?.gpu).toBe('L40S');
  screen.getByText('on L40S');
  fireEvent.change(select, { target: { value: '' } });
  expect(lastDraft()?.gpu).toBeNull();
});

test('there is no choice of a GPU where there is none', () => {
  show();
  expect(screen.queryByLabelText(panelWords.gpu.label)).toBeNull();
});

test('a preset’s placeholders are fields; one that is empty is named and nothing runs', () => {
  const { onRun, lastDraft } = show({ presetId: shelf.id });
  expect(runNote()).toBe('Fill in “product” first.');
  fireEvent.click(runButton());
  expect(onRun).not.toHaveBeenCalled();
  const wood = screen.getByRole<HTMLInputElement>('textbox', { name: 'Wood' });
  expect(wood.placeholder).toBe('oak');
  fireEvent.input(screen.getByRole('textbox', { name: 'Product' }), { target: { value: 'the jar' } });
  expect(lastDraft()?.fills).toEqual({ product: 'the jar' });
  fireEvent.click(runButton());
  expect(onRun).toHaveBeenCalledOnce();
});

const asking = 'Write {product} on {a: the wall}';

test.each([
  ['the prompt', { prompt: asking }, {}],
  ['the prompt beside a preset', { presetId: 'builtin.watercolour', prompt: asking }, {}],
  ['a chosen preset that is hidden', { presetId: shelf.id }, { presets: builtInPresets }],
])('what is left open in %s is asked for, too', (_, draft, more) => {
  const { onRun } = show(draft, more);
  expect(runNote()).toBe('Fill in “product” first.');
  fireEvent.input(screen.getByRole('textbox', { name: 'Product' }), { target: { value: 'the jar' } });
  fireEvent.click(runButton());
  expect(onRun).toHaveBeenCalledOnce();
});

test('the strength where the chosen preset works best is marked', () => {
  show({ presetId: shelf.id });
  expect(screen.getByText('Works best between 70 and 90 %.')).toBeTruthy();
});

test('a tip says the one thing that would help, and what stays is a press away', () => {
  const { lastDraft } = show({ prompt: 'Replace the sky with a storm' });
  expect(document.getElementById(promptBox().getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    promptWords.tips['no-keep'],
  );
  fireEvent.click(screen.getByRole('button', { name: 'Faces' }));
  expect(lastDraft()?.prompt).toBe('Replace the sky with a storm. Keep the faces exactly the same.');
  expect(screen.getByRole('button', { name: 'Faces' }).getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(screen.getByRole('button', { name: 'Faces' }));
  expect(lastDraft()?.prompt).toBe('Replace the sky with a storm.');
});

test('the arrow keys bring back what was written before, and what was being written', async () => {
  show({ prompt: '' });
  const press = (key: string) => fireEvent.keyDown(promptBox(), { key });
  promptBox().setSelectionRange(0, 0);
  press('ArrowUp');
  await waitFor(() => expect(promptBox().value).toBe(past[0]));
  promptBox().setSelectionRange(0, 0);
  press('ArrowUp');
  await waitFor(() => expect(promptBox().value).toBe(past[1]));
  for (const wanted of [past[0], '']) {
    promptBox().setSelectionRange(promptBox().value.length, promptBox().value.length);
    press('ArrowDown');
    await waitFor(() => expect(promptBox().value).toBe(wanted));
  }
});
