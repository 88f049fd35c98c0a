// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { ErrorText } from '#shared/i18n/error-text.ts';
import { ErrorNotice } from '#shared/ui/feedback/error-notice.tsx';

afterEach(cleanup);

const error = { code: 'unknown', detail: 'TypeError: x is not a function' } as const;
const words: ErrorText = {
  title: 'Something unexpected happened',
  advice: 'Your picture is kept.',
  action: 'copy-details',
  button: 'Copy details',
};

test('when copying is what helps there is one button for it, not two', () => {
  const on = { onAction: vi.fn(), onCopyDetails: vi.fn() };
  render(<ErrorNotice error={error} words={words} {...on} />);
  fireEvent.click(screen.getByRole('button'));
  expect(on.onCopyDetails).toHaveBeenCalledExactlyOnceWith(error);
  expect(on.onAction).not.toHaveBeenCalled();
});

test('title and advice are read out together', () => {
  render(<ErrorNotice error={error} words={words} onAction={() => {}} onCopyDetails={() => {}} />);
  const alert = screen.getByRole('alert').textContent;
  expect(alert).toContain(words.title);
  expect(alert).toContain(words.advice);
});
