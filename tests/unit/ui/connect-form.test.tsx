// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { errorWords } from '#shared/i18n/error-words.ts';
import { ConnectForm } from '#shared/ui/settings/connect-form.tsx';
import type { ConnectionCheck, ConnectionDraft } from '#shared/ui/settings/connection-form.ts';

afterEach(cleanup);

const filled: ConnectionDraft = {
  baseUrl: 'https://api.comfydeploy.com/api',
  apiKey: 'a key',
  deploymentId: 'a deployment',
  storageOrigins: '',
};

function show(value: Partial<ConnectionDraft> = {}, check: ConnectionCheck | null = null) {
  const on = { onChange: vi.fn(), onConnect: vi.fn(), onAction: vi.fn(), onCopyDetails: vi.fn() };
  render(<ConnectForm value={{ ...filled, ...value }} check={check} {...on} />);
  return on;
}

const key = () => screen.getByLabelText<HTMLInputElement>('API key');
const connect = () => screen.getByRole('button', { name: /^Connect|^Checking/ });

test('where pictures go and who can open them stands right above the button', () => {
  show();
  const sentence = screen.getByText(/secret link can open it/);
  const order = sentence.compareDocumentPosition(connect());
  expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  const between = screen
    .getAllByRole('textbox', { hidden: true })
    .filter((field) => sentence.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING);
  expect(between).toEqual([]);
});

test('the key is hidden until it is asked for', () => {
  show();
  expect(key().type).toBe('password');
  fireEvent.click(screen.getByRole('button', { name: 'Show the key' }));
  expect(key().type).toBe('text');
  fireEvent.click(screen.getByRole('button', { name: 'Hide the key' }));
  expect(key().type).toBe('password');
});

test.each([
  ['API key', 'apiKey'],
  ['Deployment id', 'deploymentId'],
  ['Server address', 'baseUrl'],
  ['Addresses of its picture storage', 'storageOrigins'],
])('%s changes only itself', (label, name) => {
  const { onChange } = show();
  fireEvent.input(screen.getByLabelText(label), { target: { value: 'typed' } });
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ ...filled, [name]: 'typed' });
});

test.each([
  [{ apiKey: ' ' }, 'Paste an API key first.'],
  [{ deploymentId: '' }, 'Enter a deployment id first.'],
])('with %o it cannot connect and says why', (value, reason) => {
  const { onConnect } = show(value);
  fireEvent.click(connect());
  expect(onConnect).not.toHaveBeenCalled();
  const note = document.getElementById(connect().getAttribute('aria-describedby') ?? '');
  expect(note?.textContent).toBe(reason);
});

test('Enter in a field connects, but not while a check is under way', () => {
  const { onConnect } = show();
  fireEvent.submit(screen.getByRole('form'));
  expect(onConnect).toHaveBeenCalledOnce();
  cleanup();
  const checking = show({}, { state: 'checking' });
  fireEvent.submit(screen.getByRole('form'));
  expect(checking.onConnect).not.toHaveBeenCalled();
  expect(connect().textContent).toBe('Checking…');
});

test('a good check names the workflow, its GPU and its inputs', () => {
  show({}, { state: 'ok', name: 'Kontext edit', gpu: 'L40S', inputs: ['Picture', 'Prompt'] });
  const news = screen.getByRole('status').textContent;
  for (const fact of ['Kontext edit', 'L40S', 'Picture, Prompt']) expect(news).toContain(fact);
});

test('a failed check says why and offers help', () => {
  const error = { code: 'unauthorized', detail: 'answered 401' } as const;
  const { onCopyDetails } = show({}, { state: 'failed', error, words: errorWords(error) });
  expect(screen.getByRole('alert').textContent).toContain('does not accept the key');
  fireEvent.click(screen.getByRole('button', { name: 'Copy details' }));
  expect(onCopyDetails).toHaveBeenCalledExactlyOnceWith(error);
});
