// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { useHeld } from '#shared/ui/pictures/use-held.ts';
import { useZoomed } from '#shared/ui/pictures/use-zoomed.ts';
import { CompareStage } from '../../../extension/features/history/comparing/compare-stage.tsx';

afterEach(cleanup);

const sides = [
  { url: 'first.png', label: 'First' },
  { url: 'second.png', label: 'Second' },
] as const;

function Stage({ isHeld }: { isHeld: boolean }) {
  const hold = { ...useHeld(), held: isHeld };
  return <CompareStage mode="slider" sides={sides} hold={hold} {...useZoomed()} />;
}

const pictures = () => screen.getAllByRole('img').map((picture) => picture.getAttribute('alt'));

test('while the first picture is held the slider stays, so that the release of the key is heard on it', () => {
  const { rerender } = render(<Stage isHeld={false} />);
  const slider = screen.getByRole('slider');
  expect(pictures()).toEqual(['Second', 'First']);
  rerender(<Stage isHeld={true} />);
  expect(pictures()).toEqual(['First']);
  expect(screen.getByRole('slider')).toBe(slider);
  rerender(<Stage isHeld={false} />);
  expect(screen.getByRole('slider')).toBe(slider);
});
