// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Draft } from '#shared/ui/panel/draft.ts';
import { QuickPromptPanel, type QuickPromptPanelProps } from '#shared/ui/panel/quick-prompt-panel.tsx';

afterEach(cleanup);

const coffee = { url: 'blob:coffee', label: 'coffee.png', widthPx: 600, heightPx: 400 };
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
        presets={builtInPresets}
        pictureUrl={() => null}
        draft={kept}
        strengthRange={{ min: 0, max: 1, step: 0.05, safe: { from: 0.6, to: 0.9 } }}
        price="about $0.03"
        wait="About 20 seconds"
        busy={false}
        problem={null}
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
