import { pickerWords } from '#shared/i18n/en/picker.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { labelOf, sizeOf } from './describe.ts';
import { button, element } from './element.ts';
import type { LargePicture } from './large-pictures.ts';

const words = pickerWords.sheet;

/** All large pictures of the page, to choose some. */
export function createSheet(pictures: readonly LargePicture[]) {
  const boxes = pictures.map(() => element('input', { type: 'checkbox' }));
  const go = button('go', '', 'primary');
  const everyOne = button('every', words.everyOne);
  const count = () => boxes.filter(({ checked }) => checked).length;
  const refresh = () => {
    go.textContent = words.go(count());
    go.setAttribute('aria-disabled', String(count() === 0));
    everyOne.setAttribute('aria-pressed', String(count() === boxes.length));
  };
  const cards = pictures.map((picture, index) => cardOf(picture, boxes[index] ?? element('input')));
  const sheet = element('div', { class: 'sheet', role: 'dialog', 'aria-label': words.title, tabindex: '-1' });
  sheet.append(
    element(
      'div',
      { class: 'head' },
      element('h2', {}, words.title),
      element('p', {}, words.found(pictures.length)),
      everyOne,
    ),
    element('ul', { class: 'grid' }, ...cards),
    element('div', { class: 'foot' }, button('back', words.back), go),
  );
  sheet.addEventListener('change', refresh);
  refresh();
  return {
    sheet,
    selected: (): Candidate[] =>
      pictures.filter((_, index) => boxes[index]?.checked).map(({ candidate }) => candidate),
    selectAll(): void {
      const isAll = count() === boxes.length;
      for (const box of boxes) box.checked = !isAll;
      refresh();
    },
  };
}

function cardOf({ candidate, count }: LargePicture, box: HTMLInputElement): HTMLElement {
  const size = count > 1 ? `${sizeOf(candidate)} · ${words.copies(count)}` : sizeOf(candidate);
  const label = element(
    'label',
    { class: 'card' },
    box,
    element('span', { class: 'thumb' }, thumbnailOf(candidate)),
    element('span', { class: 'name', dir: 'auto' }, labelOf(candidate)),
    element('span', { class: 'size' }, size),
  );
  return element('li', {}, label);
}

/** By the page's own files: they are loaded already. A drawing's markup could run scripts, and is not copied. */
function thumbnailOf({ element: picture, kind, urls }: Candidate): Node {
  if (kind === 'video' || kind === 'canvas') return frameOf(picture as HTMLVideoElement | HTMLCanvasElement);
  const [url] = urls;
  if (url === undefined) return document.createTextNode(pickerWords.kinds[kind]);
  return element('img', { src: url, alt: '', loading: 'lazy', draggable: 'false' });
}

function frameOf(picture: HTMLVideoElement | HTMLCanvasElement): HTMLCanvasElement {
  const copy = element('canvas', { width: '240', height: '180' });
  const { width, height } = picture.getBoundingClientRect();
  const scale = Math.min(240 / width, 180 / height);
  const [w, h] = [width * scale, height * scale];
  copy.getContext('2d')?.drawImage(picture, (240 - w) / 2, (180 - h) / 2, w, h);
  return copy;
}
