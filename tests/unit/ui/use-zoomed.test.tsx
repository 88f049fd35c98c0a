// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { useZoomed } from '#shared/ui/pictures/use-zoomed.ts';

afterEach(cleanup);

function Pane() {
  const { pane } = useZoomed();
  return (
    <div data-testid="pane" {...pane}>
      <button type="button">
        <span>Hold</span>
      </button>
    </div>
  );
}

test('the pane takes the pointer for itself, but not from a button in it: that one is to hear its release', () => {
  const captured: Element[] = [];
  vi.spyOn(Element.prototype, 'setPointerCapture').mockImplementation(function (this: Element) {
    captured.push(this);
  });
  render(<Pane />);
  fireEvent.pointerDown(screen.getByText('Hold'));
  expect(captured).toEqual([]);
  fireEvent.pointerDown(screen.getByTestId('pane'));
  expect(captured).toEqual([screen.getByTestId('pane')]);
  vi.restoreAllMocks();
});
