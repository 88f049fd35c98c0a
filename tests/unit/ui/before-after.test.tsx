// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BeforeAfter } from '#shared/ui/pictures/before-after.tsx';

beforeEach(() => {
  render(<BeforeAfter beforeUrl="before.png" afterUrl="after.webp" label="coffee.png" />);
});
afterEach(cleanup);

const slider = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Compare with the original' });
const holdButton = () => screen.getByRole('button', { name: 'Hold to see the original' });
const showsOriginal = () => screen.queryByText('Original') !== null;

test('both pictures are named', () => {
  expect(screen.getByRole('img', { name: 'Original of coffee.png' }).getAttribute('src')).toBe('before.png');
  expect(screen.getByRole('img', { name: 'coffee.png, restyled' }).getAttribute('src')).toBe('after.webp');
});

test('arrow keys move the line and stop at the edge', () => {
  fireEvent.keyDown(slider(), { key: 'ArrowRight' });
  expect(slider().valueAsNumber).toBe(52);
  for (let press = 0; press < 60; press += 1) fireEvent.keyDown(slider(), { key: 'ArrowLeft' });
  expect(slider().valueAsNumber).toBe(0);
  expect(slider().getAttribute('aria-valuetext')).toBe('0 % original');
});

test('dragging moves the line', () => {
  fireEvent.input(slider(), { target: { value: '12.4' } });
  expect(slider().getAttribute('aria-valuetext')).toBe('12 % original');
});

test('Space on the slider shows the original only while it is held', () => {
  fireEvent.keyDown(slider(), { key: ' ' });
  expect(showsOriginal()).toBe(true);
  fireEvent.keyUp(slider(), { key: ' ' });
  expect(showsOriginal()).toBe(false);
});

test.each([' ', 'Enter'])('the button holds with the key "%s"', (key) => {
  fireEvent.keyDown(holdButton(), { key });
  expect(showsOriginal()).toBe(true);
  fireEvent.keyUp(holdButton(), { key });
  expect(showsOriginal()).toBe(false);
});

test.each(['pointerUp', 'pointerLeave', 'pointerCancel'] as const)('%s ends a hold', (end) => {
  fireEvent.pointerDown(holdButton());
  expect(showsOriginal()).toBe(true);
  fireEvent[end](holdButton());
  expect(showsOriginal()).toBe(false);
});

test('losing the focus ends a hold by key, for its release will not be heard', () => {
  fireEvent.keyDown(slider(), { key: ' ' });
  fireEvent.blur(slider());
  expect(showsOriginal()).toBe(false);
});

test('pressing the button while the slider has the focus holds on', () => {
  fireEvent.pointerDown(holdButton());
  fireEvent.blur(slider());
  expect(showsOriginal()).toBe(true);
});
