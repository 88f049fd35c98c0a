// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { historyWords } from '#shared/i18n/en/history.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { type EarlierOffer, RunBar } from '#shared/ui/panel/run-bar.tsx';

afterEach(cleanup);

const words = historyWords.earlier;

function show(match: EarlierOffer['match'], blockedBy: string | null = null) {
  const on = { onShow: vi.fn(), onRunAnyway: vi.fn() };
  const earlier = { match, note: 'Made today.', thumbnailUrl: null, onShow: on.onShow };
  const run = { price: 'about $0.03', wait: null, busy: false, blockedBy };
  render(<RunBar {...run} earlier={earlier} onRunAnyway={on.onRunAnyway} />);
  return on;
}

test('the same picture takes the button’s place, and running costs what it says beside it', () => {
  const { onRunAnyway } = show('same');
  expect(screen.getByRole('button', { name: new RegExp(words.same) }).textContent).toContain(words.free);
  expect(screen.queryByRole('button', { name: panelWords.run.button })).toBe(null);
  const anyway = screen.getByRole('button', { name: new RegExp(words.anyway) });
  expect(anyway.textContent).toContain('about $0.03');
  fireEvent.click(anyway);
  expect(onRunAnyway).toHaveBeenCalledOnce();
});

test('one with another seed is offered beside the button, never in its place', () => {
  const { onShow } = show('like');
  expect(screen.getByRole('button', { name: /Restyle/ }).textContent).toContain('about $0.03');
  fireEvent.click(screen.getByRole('button', { name: new RegExp(words.like) }));
  expect(onShow).toHaveBeenCalledOnce();
});

test('nothing is offered while something is missing', () => {
  show('same', panelWords.run.needsPicture);
  expect(screen.getAllByRole('button')).toHaveLength(1);
  expect(screen.getByRole('button').textContent).toContain(panelWords.run.button);
});
