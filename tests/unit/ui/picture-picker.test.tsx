// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { type PickedPicture, PicturePicker } from '#shared/ui/pictures/picture-picker.tsx';

afterEach(cleanup);

const coffee = { url: 'blob:coffee', label: 'coffee.png', widthPx: 600, heightPx: 400 };
const file = new File(['x'], 'coffee.png', { type: 'image/png' });
/** As much of a DataTransfer as a drop or a paste reads. */
const transfer = (files: File[], uriList = '') => ({ files, getData: () => uriList });

function show(picture: PickedPicture | null = null) {
  const on = { onFiles: vi.fn(), onAddress: vi.fn(), onChooseFile: vi.fn(), onPaste: vi.fn() };
  render(<PicturePicker picture={picture} {...on} />);
  return { ...on, area: screen.getByRole('region', { name: 'Picture to restyle' }) };
}

function paste(files: File[]) {
  const event = createEvent.paste(document.body, { clipboardData: transfer(files) });
  fireEvent(document.body, event);
  return event;
}

test('the empty place says what to do and offers both buttons', () => {
  const { onChooseFile, onPaste, area } = show();
  expect(area.textContent).toContain('right-click one on any page');
  fireEvent.click(screen.getByRole('button', { name: 'Choose a file' }));
  fireEvent.click(screen.getByRole('button', { name: 'Paste' }));
  expect([onChooseFile, onPaste].map((call) => call.mock.calls.length)).toEqual([1, 1]);
});

test('a chosen picture is shown with its name and size, and can be changed', () => {
  const { onChooseFile, area } = show(coffee);
  expect(screen.getByRole('img', { name: 'coffee.png' }).getAttribute('src')).toBe('blob:coffee');
  expect(area.textContent).toContain('600 × 400 px');
  fireEvent.click(screen.getByRole('button', { name: 'Change' }));
  expect(onChooseFile).toHaveBeenCalledOnce();
});

test('its size is said once, also when how it was taken says it', () => {
  const { area } = show({ ...coffee, receipt: 'Taken as the site’s own file, 600 × 400 px.' });
  expect(area.textContent?.split('600 × 400 px')).toHaveLength(2);
});

test('dropped files are handed over, also over a chosen picture', () => {
  const { onFiles, area } = show(coffee);
  fireEvent.drop(area, { dataTransfer: transfer([file]) });
  expect(onFiles).toHaveBeenCalledExactlyOnceWith([file]);
});

test('a picture dragged off a page that comes without a file is handed over as its address', () => {
  const { onFiles, onAddress, area } = show();
  fireEvent.drop(area, { dataTransfer: transfer([], '# a comment\r\nhttps://example.com/a.png\r\n') });
  expect(onAddress).toHaveBeenCalledExactlyOnceWith('https://example.com/a.png');
  expect(onFiles).not.toHaveBeenCalled();
});

test('dropped text is nothing', () => {
  const { onFiles, onAddress, area } = show();
  fireEvent.drop(area, { dataTransfer: transfer([], '') });
  expect([...onFiles.mock.calls, ...onAddress.mock.calls]).toEqual([]);
});

/** happy-dom knows neither `ondragleave` (so preact listens to the name as written) nor where a pointer went. */
function leaveTo(area: HTMLElement, relatedTarget: Element) {
  const event = createEvent('DragLeave', area);
  Object.defineProperty(event, 'relatedTarget', { value: relatedTarget });
  fireEvent(area, event);
}

test('dragging over says that it can be dropped, until it leaves or is dropped', () => {
  const { area } = show();
  const invites = () => screen.queryByText('Drop it to use this picture') !== null;
  fireEvent.dragEnter(area);
  expect(invites()).toBe(true);
  leaveTo(area, screen.getByRole('button', { name: 'Paste' }));
  expect(invites()).toBe(true);
  leaveTo(area, document.body);
  expect(invites()).toBe(false);
  fireEvent.dragEnter(area);
  fireEvent.drop(area, { dataTransfer: transfer([file]) });
  expect(invites()).toBe(false);
});

test('a picture pasted anywhere on the page is handed over', () => {
  const { onFiles } = show();
  expect(paste([file]).defaultPrevented).toBe(true);
  expect(onFiles).toHaveBeenCalledExactlyOnceWith([file]);
});

test('pasted text is left to the field it is meant for', () => {
  const { onFiles } = show();
  expect(paste([]).defaultPrevented).toBe(false);
  expect(onFiles).not.toHaveBeenCalled();
});

test('a picker that is gone no longer takes pastes', () => {
  const { onFiles } = show();
  cleanup();
  paste([file]);
  expect(onFiles).not.toHaveBeenCalled();
});
