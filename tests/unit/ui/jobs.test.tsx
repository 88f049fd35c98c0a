// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { JobCard } from '#shared/ui/jobs/job-card.tsx';
import type { JobView } from '#shared/ui/jobs/job-view.ts';

afterEach(cleanup);

const words = panelWords.jobs;
const running: JobView = {
  title: 'Watercolour · coffee.png',
  thumbnailUrl: 'blob:source',
  previewUrl: null,
  resultUrl: null,
  resultSize: null,
  words: 'Waiting for a free GPU, 2 before you',
  progressRatio: null,
  state: 'running',
  error: null,
  cost: null,
  priceAgain: null,
  hasOriginal: true,
};
const done: JobView = {
  ...running,
  state: 'done',
  resultUrl: 'blob:result',
  resultSize: { widthPx: 600, heightPx: 400 },
  words: 'Done in 14 s',
  cost: '$0.02',
};
const failed = (code: 'unauthorized' | 'run-failed'): JobView => ({
  ...running,
  state: 'failed',
  error: errorWords({ code, detail: 'detail' }),
});

function show(job: JobView, more: { isNewest?: boolean; news?: string } = {}) {
  const on = { onCancel: vi.fn(), onOpen: vi.fn(), onDownload: vi.fn(), onCopy: vi.fn(), onHelp: vi.fn() };
  const menu = [{ label: words.clean, onSelect: vi.fn() }];
  const card = (view: JobView) => <JobCard job={view} menu={menu} {...on} {...more} />;
  const { rerender } = render(card(job));
  return { ...on, become: (later: JobView) => rerender(card(later)) };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const picture = () => document.querySelector('img');

test('a running job shows the source until there is a preview of its picture', () => {
  const { become } = show(running);
  expect(picture()?.src).toBe('blob:source');
  become({ ...running, previewUrl: 'blob:preview' });
  expect(picture()?.src).toBe('blob:preview');
  become({ ...done, previewUrl: null });
  expect(picture()?.src).toBe('blob:result');
});

test('the newest grows large when it is done, others stay small', () => {
  const { become } = show(running, { isNewest: true });
  const isLarge = () => screen.getByRole('article').dataset.large;
  expect(isLarge()).toBe('false');
  become(done);
  expect(isLarge()).toBe('true');
  cleanup();
  show(done);
  expect(isLarge()).toBe('false');
});

test('a running job says where it stands and can only be cancelled', () => {
  const { onCancel } = show(running);
  const bar = screen.getByRole('progressbar', { name: running.words });
  expect(bar.hasAttribute('aria-valuenow')).toBe(false);
  expect(screen.getAllByRole('button')).toHaveLength(1);
  press('Cancel');
  expect(onCancel).toHaveBeenCalledOnce();
});

test('known progress is a number', () => {
  show({ ...running, progressRatio: 0.624 });
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('62');
});

test('a result can be opened, saved and copied by one press, and the rest by a menu', () => {
  const on = show(done);
  press('Open Watercolour · coffee.png');
  press(words.download);
  press(words.copy);
  for (const call of [on.onOpen, on.onDownload, on.onCopy]) expect(call).toHaveBeenCalledOnce();
  expect(screen.getByRole('article').textContent).toContain('$0.02');
  expect(screen.queryByText(words.clean)).toBeNull();
  press(words.more(done.title));
  expect(screen.getByRole('menuitem', { name: words.clean })).toBeTruthy();
});

test('comparing grows the thumbnail and lays the original over the result', () => {
  show(done);
  press(words.compare);
  expect(screen.getByRole('article').dataset.large).toBe('true');
  expect(screen.getByRole('slider')).toBeTruthy();
  press(words.compare);
  expect(screen.queryByRole('slider')).toBeNull();
});

test('a result without its original cannot be compared with it', () => {
  show({ ...done, hasOriginal: false });
  expect(screen.queryByRole('button', { name: words.compare })).toBeNull();
});

test('what came of a press is shown and told', () => {
  show(done, { news: 'Copied as PNG' });
  expect(screen.getByRole('status').textContent).toBe('Copied as PNG');
});

test('a failed job says why and offers the button that helps', () => {
  const { onHelp } = show(failed('unauthorized'));
  expect(screen.getByRole('article').textContent).toContain('does not accept the key');
  press('Open settings');
  expect(onHelp).toHaveBeenCalledOnce();
});

test('a button that spends says how much', () => {
  const { onHelp } = show({ ...failed('run-failed'), priceAgain: 'about $0.007' });
  const { button } = errorWords({ code: 'run-failed', detail: '' });
  press(`${button} about $0.007`);
  expect(onHelp).toHaveBeenCalledOnce();
  cleanup();
  show({ ...failed('unauthorized'), priceAgain: 'about $0.007' });
  expect(screen.queryByText('about $0.007')).toBeNull();
});

test('a cancelled job is run again by its one button', () => {
  const { onHelp } = show({ ...running, state: 'cancelled' });
  press(words.retry);
  expect(onHelp).toHaveBeenCalledOnce();
});
