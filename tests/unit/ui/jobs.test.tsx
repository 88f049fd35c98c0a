// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { errorWords } from '#shared/i18n/error-words.ts';
import { JobList } from '#shared/ui/jobs/job-list.tsx';
import type { JobView } from '#shared/ui/jobs/job-view.ts';

afterEach(cleanup);

const running: JobView = {
  id: 'job-1',
  title: 'Watercolour · coffee.png',
  thumbnailUrl: 'blob:source',
  previewUrl: null,
  resultUrl: null,
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
  words: 'Done in 14 s',
  cost: '$0.02',
};
const failed = (code: 'unauthorized' | 'run-failed'): JobView => ({
  ...running,
  state: 'failed',
  error: errorWords({ code, detail: 'detail' }),
});

const handlers = () => ({
  onCancel: vi.fn(),
  onRetry: vi.fn(),
  onVary: vi.fn(),
  onStartOver: vi.fn(),
  onOpen: vi.fn(),
  onDownload: vi.fn(),
  onCopy: vi.fn(),
  onDismiss: vi.fn(),
  onErrorAction: vi.fn(),
});

function show(...jobs: JobView[]) {
  const on = handlers();
  const { rerender } = render(<JobList jobs={jobs} {...on} />);
  return { ...on, become: (...later: JobView[]) => rerender(<JobList jobs={later} {...on} />) };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('a running job shows the source until there is a preview of its picture', () => {
  const { become } = show(running);
  const shown = () => document.querySelector('img');
  expect(shown()?.src).toBe('blob:source');
  become({ ...running, previewUrl: 'blob:preview' });
  expect(shown()?.src).toBe('blob:preview');
  expect(shown()?.dataset.preview).toBe('true');
  become({ ...done, previewUrl: null });
  expect(shown()?.src).toBe('blob:result');
});

test('a running job says where it stands and can only be cancelled', () => {
  const { onCancel } = show(running);
  const bar = screen.getByRole('progressbar', { name: running.words });
  expect(bar.hasAttribute('aria-valuenow')).toBe(false);
  expect(screen.getAllByRole('button')).toHaveLength(1);
  press('Cancel');
  expect(onCancel).toHaveBeenCalledExactlyOnceWith('job-1');
});

test('known progress is a number', () => {
  show({ ...running, progressRatio: 0.624 });
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('62');
});

test('a result can be opened, saved, copied, run again, started over and removed', () => {
  const on = show(done);
  press('Open Watercolour · coffee.png');
  press('Download');
  press('Copy picture');
  press('Run again');
  press('Start over from the original');
  press('Remove from the list');
  for (const call of [on.onOpen, on.onDownload, on.onCopy, on.onVary, on.onStartOver, on.onDismiss]) {
    expect(call).toHaveBeenCalledExactlyOnceWith('job-1');
  }
  expect(screen.getByRole('article').textContent).toContain('$0.02');
});

test('a failed job says why and offers the button that helps', () => {
  const { onErrorAction, onRetry } = show(failed('unauthorized'));
  expect(screen.getByRole('article').textContent).toContain('does not accept the key');
  press('Open settings');
  expect(onErrorAction).toHaveBeenCalledExactlyOnceWith('job-1', 'open-settings');
  expect(onRetry).not.toHaveBeenCalled();
});

test('where running again helps, that is the button', () => {
  const { onRetry } = show(failed('run-failed'));
  const { button } = errorWords({ code: 'run-failed', detail: '' });
  press(button);
  expect(onRetry).toHaveBeenCalledExactlyOnceWith('job-1');
});

test('a button that spends says how much', () => {
  const { onVary } = show({ ...done, priceAgain: 'about $0.007' });
  press('Run again about $0.007');
  expect(onVary).toHaveBeenCalledOnce();
});

test.each(['done', 'failed', 'cancelled'] as const)('%s without its original cannot start over', (state) => {
  show({ ...done, state, hasOriginal: false });
  expect(screen.queryByRole('button', { name: 'Start over from the original' })).toBeNull();
});

test('the end of a running job is announced, its progress and old jobs are not', () => {
  const old = { ...done, id: 'job-0', title: 'Old' };
  const { become } = show(running, old);
  const news = () => screen.getByRole('status').textContent;
  become({ ...running, words: 'Restyling, 40 %' }, old);
  expect(news()).toBe('');
  become(done, old);
  expect(news()).toBe('Watercolour · coffee.png is ready.');
});

test('each card is named after its job', () => {
  show(running, { ...done, id: 'job-2', title: 'Film noir · cat.png' });
  const card = screen.getByRole('article', { name: 'Film noir · cat.png' });
  expect(within(card).getByRole('button', { name: 'Download' })).toBeTruthy();
});

test('an empty list says what will be there', () => {
  show();
  expect(screen.getByText('Nothing yet. Restyled pictures appear here.')).toBeTruthy();
});
