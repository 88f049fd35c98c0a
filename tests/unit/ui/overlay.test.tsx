// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { ProgressChip } from '#shared/ui/overlay/progress-chip.tsx';
import { ResultToolbar } from '#shared/ui/overlay/result-toolbar.tsx';

afterEach(cleanup);

const handlers = () => ({
  onCompare: vi.fn(),
  onDownload: vi.fn(),
  onCopy: vi.fn(),
  onRetry: vi.fn(),
  onClose: vi.fn(),
});

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('every tool does its own thing', () => {
  const on = handlers();
  render(<ResultToolbar comparing={false} {...on} />);
  press('Download');
  press('Copy');
  press('Try again…');
  press('Close');
  for (const call of [on.onDownload, on.onCopy, on.onRetry, on.onClose]) expect(call).toHaveBeenCalledOnce();
});

test('Compare is a switch that says whether it is on', () => {
  const on = handlers();
  render(<ResultToolbar comparing={true} {...on} />);
  expect(screen.getByRole('button', { name: 'Compare' }).getAttribute('aria-pressed')).toBe('true');
  press('Compare');
  expect(on.onCompare).toHaveBeenCalledExactlyOnceWith(false);
});

test('sending to Figma is offered only where it is possible', () => {
  const onSend = vi.fn();
  const { rerender } = render(<ResultToolbar comparing={false} {...handlers()} />);
  press('More');
  expect(screen.queryByRole('button', { name: 'Send to Figma' })).toBeNull();
  rerender(<ResultToolbar comparing={false} {...handlers()} onSend={onSend} />);
  press('Send to Figma');
  expect(onSend).toHaveBeenCalledOnce();
});

test('what is offered about the picture itself takes the place of the tools, and gives it back', () => {
  const on = { onUse: vi.fn(), onPickAnother: vi.fn(), onCrop: vi.fn(), onCleanCopy: vi.fn() };
  const larger = { hint: 'Allow pictures from cdn.example', onUse: on.onUse };
  render(
    <ResultToolbar
      comparing={false}
      {...handlers()}
      {...on}
      larger={larger}
      status="As the screen shows it"
    />,
  );
  expect(screen.queryByRole('button', { name: 'Pick another' })).toBeNull();
  press('More');
  expect(screen.getByRole('button', { name: 'More' }).getAttribute('aria-expanded')).toBe('true');
  for (const name of ['Use larger…', 'Pick another', 'Crop…', 'Clean copy']) press(name);
  for (const call of Object.values(on)) expect(call).toHaveBeenCalledOnce();
  expect(screen.getByRole('status').textContent).toBe('As the screen shows it');
  press('More');
  press('Download');
});

test('news is read out', () => {
  render(<ResultToolbar comparing={false} {...handlers()} status="Copied" />);
  expect(screen.getByRole('status').textContent).toBe('Copied');
});

test('the chip beside a picture says what is happening and cancels', () => {
  const onCancel = vi.fn();
  render(<ProgressChip words="Uploading the picture" progressRatio={0.3} onCancel={onCancel} />);
  expect(screen.getByRole('status').textContent).toBe('Uploading the picture');
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('30');
  press('Cancel');
  expect(onCancel).toHaveBeenCalledOnce();
});
