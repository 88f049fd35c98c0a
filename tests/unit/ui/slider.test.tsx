// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Slider } from '#shared/ui/controls/slider.tsx';

afterEach(cleanup);

function show(safe: { from: number; to: number } | null = null) {
  const onValue = vi.fn();
  render(
    <Slider
      label="Strength"
      unit=" %"
      value={80}
      min={10}
      max={100}
      step={5}
      safe={safe}
      onValue={onValue}
    />,
  );
  const slider = screen.getByRole('slider', { name: 'Strength' });
  const number = screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Strength, as a number' });
  return { onValue, slider, number };
}

test('the slider says its value with the unit', () => {
  expect(show().slider.getAttribute('aria-valuetext')).toBe('80 %');
});

test('the safe range is said in words beside the mark', () => {
  const { slider } = show({ from: 60, to: 90 });
  const note = document.getElementById(slider.getAttribute('aria-describedby') ?? '');
  expect(note?.textContent).toBe('Works best between 60 and 90 %.');
});

test('moving the slider hands over the number', () => {
  const { slider, onValue } = show();
  fireEvent.input(slider, { target: { value: '45' } });
  expect(onValue).toHaveBeenCalledExactlyOnceWith(45);
});

test('typing hands over only what is allowed, so that half a number changes nothing', () => {
  const { number, onValue } = show();
  fireEvent.input(number, { target: { value: '4' } });
  expect(onValue).not.toHaveBeenCalled();
  fireEvent.input(number, { target: { value: '45' } });
  expect(onValue).toHaveBeenCalledExactlyOnceWith(45);
});

test.each([
  ['4', 10, '10'],
  ['250', 100, '100'],
])('leaving the field puts %s within bounds', (typed, value, shown) => {
  const { number, onValue } = show();
  fireEvent.input(number, { target: { value: typed } });
  fireEvent.blur(number);
  expect(onValue).toHaveBeenCalledExactlyOnceWith(value);
  expect(number.value).toBe(shown);
});

test('leaving the field empty brings the value back', () => {
  const { number, onValue } = show();
  fireEvent.input(number, { target: { value: '' } });
  fireEvent.blur(number);
  expect(number.value).toBe('80');
  expect(onValue).not.toHaveBeenCalled();
});
