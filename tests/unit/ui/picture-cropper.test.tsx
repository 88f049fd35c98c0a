// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { type CropHandle, cropRectOf, firstCropArea, moveCropArea } from '#shared/ui/pictures/crop-area.ts';
import { PicturePicker } from '#shared/ui/pictures/picture-picker.tsx';

afterEach(cleanup);

const coffee = { url: 'blob:coffee', label: 'coffee.png', widthPx: 600, heightPx: 400 };

function show(more: { onWhole?: () => void; startsCropping?: boolean } = {}) {
  const on = { onFiles: vi.fn(), onChooseFile: vi.fn(), onPaste: vi.fn(), onCrop: vi.fn() };
  render(<PicturePicker picture={coffee} {...on} {...more} />);
  return on;
}

const button = (name: string) => screen.getByRole('button', { name });

test('a part is chosen by the keyboard alone, and taken in pixels of the picture', () => {
  const { onCrop } = show();
  fireEvent.click(button('Crop'));
  fireEvent.keyDown(button('Its upper left corner'), { key: 'ArrowRight', shiftKey: true });
  fireEvent.keyDown(button('Its lower right corner'), { key: 'ArrowUp' });
  expect(screen.getByRole('status').textContent).toContain('450 × 316 px');
  fireEvent.click(button('Use this part'));
  expect(onCrop).toHaveBeenCalledExactlyOnceWith({ xPx: 90, yPx: 40, widthPx: 450, heightPx: 316 });
  expect(screen.queryByRole('button', { name: 'Use this part' })).toBeNull();
});

test('what comes in its place is shown whole, though nothing is there for a moment', () => {
  const on = { onFiles: vi.fn(), onChooseFile: vi.fn(), onPaste: vi.fn(), onCrop: vi.fn() };
  const { rerender } = render(<PicturePicker picture={coffee} {...on} startsCropping />);
  fireEvent.click(button('Use this part'));
  rerender(<PicturePicker picture={null} {...on} startsCropping />);
  rerender(<PicturePicker picture={{ ...coffee, url: 'blob:part' }} {...on} startsCropping />);
  expect(button('Crop')).toBeTruthy();
});

test('Escape and Cancel leave the picture as it is', () => {
  const { onCrop } = show({ startsCropping: true });
  fireEvent.keyDown(button('The part to keep'), { key: 'Escape' });
  fireEvent.click(button('Crop'));
  fireEvent.click(button('Cancel'));
  expect(button('Change')).toBeTruthy();
  expect(onCrop).not.toHaveBeenCalled();
});

test('the way back is there only where the picture was cut', () => {
  show();
  expect(screen.queryByRole('button', { name: 'Whole picture' })).toBeNull();
  cleanup();
  const onWhole = vi.fn();
  show({ onWhole });
  fireEvent.click(button('Whole picture'));
  expect(onWhole).toHaveBeenCalledOnce();
});

test('however its handles are moved, the part lies in the picture and shows something', () => {
  const handle = fc.constantFrom<CropHandle>('all', 'topLeft', 'topRight', 'bottomLeft', 'bottomRight');
  const share = fc.double({ min: -3, max: 3, noNaN: true });
  const sidePx = fc.integer({ min: 1, max: 20_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(handle, share, share)), sidePx, sidePx, (moves, widthPx, heightPx) => {
      const area = moves.reduce((now, [held, x, y]) => moveCropArea(now, held, x, y), firstCropArea);
      const part = cropRectOf(area, { widthPx, heightPx });
      expect(part.xPx).toBeGreaterThanOrEqual(0);
      expect(part.yPx).toBeGreaterThanOrEqual(0);
      expect(part.widthPx).toBeGreaterThanOrEqual(1);
      expect(part.heightPx).toBeGreaterThanOrEqual(1);
      expect(part.xPx + part.widthPx).toBeLessThanOrEqual(widthPx);
      expect(part.yPx + part.heightPx).toBeLessThanOrEqual(heightPx);
    }),
  );
});
